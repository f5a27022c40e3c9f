using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>Stores the recent calls of a server in a ring buffer, without a lock. It is off until a page with a live view is mapped.</summary>
internal sealed class CallRecorder
{
    private readonly ConditionalWeakTable<Endpoint, ShownKeys> _keys = [];
    private volatile RecentCall?[] _calls = [];
    private long _last;

    internal bool IsOn => _calls.Length != 0;

    /// <summary>Whether the pipeline of the application was built while the recorder was off, so that calls are not recorded.</summary>
    internal bool IsLeftOut { get; set; }

    /// <summary>Turns the recorder on. If several pages are mapped, the largest number applies.</summary>
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

    /// <summary>Returns the stored calls, newest first.</summary>
    internal IReadOnlyList<RecentCall> Calls() => [.. _calls.OfType<RecentCall>().OrderByDescending(static call => call.Number)];

    /// <summary>Returns a call, or null if it is no longer stored.</summary>
    internal RecentCall? Find(long number) => Array.Find(_calls, call => call?.Number == number);

    internal ShownKeys KeysOf(Endpoint endpoint) => _keys.GetValue(endpoint, ShownKeys.Of);
}
