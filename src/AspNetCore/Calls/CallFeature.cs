using Microsoft.AspNetCore.Http;

namespace TypedMetadata;

/// <summary>
/// What we keep of one request: a feature of its <see cref="HttpContext"/>. It is one object and not several, since each feature is one more
/// that Kestrel has to find and make room for at every call.
/// </summary>
/// <param name="arrival">When the request arrived, as a timestamp of the server's clock.</param>
internal sealed class CallFeature(long arrival)
{
    private TypedCall? _call;

    /// <summary>When the request arrived, as a timestamp of the server's clock.</summary>
    internal long Arrival { get; } = arrival;

    /// <summary>What it says of its deadline, once that was read.</summary>
    internal CallDeadline? Deadline { get; set; }

    /// <summary>The call, once a typed method was used on it or our interceptor has seen it.</summary>
    internal TypedCall? Call => Volatile.Read(ref _call);

    /// <summary>Keeps the call, or answers the one that another of a handler's parallel tasks has kept.</summary>
    internal TypedCall Keep(TypedCall call) => Interlocked.CompareExchange(ref _call, call, null) ?? call;
}
