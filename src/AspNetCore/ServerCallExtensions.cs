using Grpc.Core;

namespace TypedMetadata;

/// <summary>Extension methods that get the deadline and the peer of a server call.</summary>
public static class ServerCallExtensions
{
    /// <summary>
    /// Gets the deadline of the call, or <see cref="Deadline.Infinite"/> if the call has none. The timeout counts from the arrival of the call.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Time is measured by the <see cref="TimeProvider"/> that is registered as a service, or by <see cref="TimeProvider.System"/>. If a request has several
    /// <c>grpc-timeout</c> headers, the shortest timeout applies.
    /// </para>
    /// <para>
    /// To pass the deadline to another call, write <c>client.SayAsync(request, deadline: context.GetDeadline())</c>. To limit it further, write
    /// <c>Deadline.Min(context.GetDeadline(), Deadline.After(limit))</c>, and pass the registered <see cref="TimeProvider"/> to <c>After</c> if there is one.
    /// </para>
    /// <para>
    /// If the call has no <c>HttpContext</c>, as in a unit test, the method converts <see cref="ServerCallContext.Deadline"/>. A value of
    /// <see cref="DateTime.MinValue"/> means no deadline.
    /// </para>
    /// </remarks>
    /// <param name="context">The context of the call.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static Deadline GetDeadline(this ServerCallContext context) =>
        ServerCall.TryGet(context, out ServerCall call) ? call.Services.Deadlines.Of(call.Http).Value
        : context.Deadline == default ? Deadline.Infinite
        : Deadline.FromDateTime(context.Deadline);

    /// <summary>
    /// Gets the peer of the call: the remote address of the connection and the client certificate. Headers such as <c>X-Forwarded-For</c> are never used, so behind a
    /// proxy the peer is the proxy.
    /// </summary>
    /// <remarks>
    /// On servers other than Kestrel the peer comes from <c>HttpContext.Connection</c>, which middleware may have changed. If the call has no <c>HttpContext</c>, as in a
    /// unit test, the peer comes from <see cref="ServerCallContext.Peer"/>; its kind is <see cref="PeerKind.Unknown"/> if that text cannot be parsed.
    /// </remarks>
    /// <param name="context">The context of the call.</param>
    /// <returns>The peer.</returns>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static Peer GetPeer(this ServerCallContext context) =>
        ServerCall.TryGet(context, out ServerCall call) ? ConnectionPeer.Of(call.Http)
        : Peer.TryParse(context.Peer, out Peer? peer) ? peer
        : Peer.FromEndPoint(null);
}
