using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>The last calls of a server, in a ring: a call takes the next place, without a lock. Off until a page with a live view is mapped.</summary>
internal sealed class CallRecorder
{
    private readonly ConditionalWeakTable<Endpoint, ShownKeys> _keys = [];
    private volatile RecentCall?[] _calls = [];
    private long _last;

    internal bool IsOn => _calls.Length != 0;

    /// <summary>Whether the application's pipeline was built while the recorder was off, so that nothing in it records.</summary>
    internal bool IsLeftOut { get; set; }

    /// <summary>Starts to keep calls. Where several pages are mapped, the largest number counts.</summary>
    /// <exception cref="InvalidOperationException">The application has started without the recorder.</exception>
    internal void TurnOn(int calls)
    {
        if (IsLeftOut)
        {
            throw new InvalidOperationException("RecentCalls has no effect because the application has already started. Call MapTypedMetadata() before the application starts.");
        }

        if (calls > _calls.Length)
        {
            _calls = new RecentCall?[calls];
        }
    }

    internal long NextNumber() => Interlocked.Increment(ref _last);

    internal void Add(RecentCall call)
    {
        RecentCall?[] calls = _calls;
        Volatile.Write(ref calls[(int)(call.Number % calls.Length)], call);
    }

    /// <summary>The calls that are kept, the last one first.</summary>
    internal IReadOnlyList<RecentCall> Calls() => [.. _calls.OfType<RecentCall>().OrderByDescending(static call => call.Number)];

    /// <summary>A call, or null when it has made room for another.</summary>
    internal RecentCall? Find(long number) => Array.Find(_calls, call => call?.Number == number);

    internal ShownKeys KeysOf(Endpoint endpoint) => _keys.GetValue(endpoint, ShownKeys.Of);
}
