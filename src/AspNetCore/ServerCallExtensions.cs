using Grpc.Core;

namespace TypedMetadata;

/// <summary>What a server knows of a call beside its metadata.</summary>
public static class ServerCallExtensions
{
    /// <summary>
    /// The call's deadline, <see cref="Deadline.Infinite"/> if it has none. It is counted from the moment the call arrived, on the server's
    /// <see cref="TimeProvider"/> (the one that is registered as a service, or else the system's).
    /// </summary>
    /// <remarks>
    /// Of several <c>grpc-timeout</c> headers the least counts. Pass it on to the calls that this one makes:
    /// <c>client.SayAsync(request, deadline: context.GetDeadline())</c>, or with a limit of your own
    /// <c>Deadline.Min(context.GetDeadline(), Deadline.After(limit))</c>, where <c>After</c> takes the registered <see cref="TimeProvider"/>, if there is another than the
    /// system's. Without an <c>HttpContext</c>, as in a test double, it is <see cref="ServerCallContext.Deadline"/>, and none if that was
    /// never set (<see cref="DateTime.MinValue"/>).
    /// </remarks>
    /// <param name="context">The call.</param>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static Deadline GetDeadline(this ServerCallContext context) =>
        ServerCall.TryGet(context, out ServerCall call) ? call.Services.Deadlines.Of(call.Http).Value
        : context.Deadline == default ? Deadline.Infinite
        : Deadline.FromDateTime(context.Deadline);

    /// <summary>
    /// Who is at the other end of the connection, and the certificate that it showed. It comes from the connection, never from a header: behind a proxy it is
    /// the proxy, whatever <c>X-Forwarded-For</c> says.
    /// </summary>
    /// <remarks>
    /// On a server other than Kestrel it is what <c>HttpContext.Connection</c> says, which the application's own middleware may have changed. Without an
    /// <c>HttpContext</c>, as in a test double, it is <see cref="ServerCallContext.Peer"/>, or unknown if that cannot be read.
    /// </remarks>
    /// <param name="context">The call.</param>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static Peer GetPeer(this ServerCallContext context) =>
        ServerCall.TryGet(context, out ServerCall call) ? ConnectionPeer.Of(call.Http)
        : Peer.TryParse(context.Peer, out Peer? peer) ? peer
        : Peer.FromEndPoint(null);
}
