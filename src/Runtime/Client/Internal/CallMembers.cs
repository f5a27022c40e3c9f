using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// The members of a call that the views use, for all kinds of calls. The delegates take the call as their argument, so that there is one instance for each type of call, not for
/// each call.
/// </summary>
/// <param name="Headers">Returns the response headers.</param>
/// <param name="Trailers">Returns the trailers. It throws until they are available.</param>
/// <param name="Status">Returns the status. It throws until it is available.</param>
/// <param name="Response">Returns the response of a call with one message. It is null for streams.</param>
internal sealed record CallMembers(
    Func<object, Task<Metadata>> Headers, Func<object, Metadata> Trailers, Func<object, Status> Status, Func<object, Task?> Response)
{
    internal static class Unary<TResponse>
    {
        internal static readonly CallMembers All = new(
            static call => ((AsyncUnaryCall<TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncUnaryCall<TResponse>)call).GetTrailers(),
            static call => ((AsyncUnaryCall<TResponse>)call).GetStatus(),
            static call => ((AsyncUnaryCall<TResponse>)call).ResponseAsync);
    }

    internal static class ClientStreaming<TRequest, TResponse>
    {
        internal static readonly CallMembers All = new(
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).GetTrailers(),
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).GetStatus(),
            static call => ((AsyncClientStreamingCall<TRequest, TResponse>)call).ResponseAsync);
    }

    internal static class ServerStreaming<TResponse>
    {
        internal static readonly CallMembers All = new(
            static call => ((AsyncServerStreamingCall<TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncServerStreamingCall<TResponse>)call).GetTrailers(),
            static call => ((AsyncServerStreamingCall<TResponse>)call).GetStatus(),
            static _ => null);
    }

    internal static class DuplexStreaming<TRequest, TResponse>
    {
        internal static readonly CallMembers All = new(
            static call => ((AsyncDuplexStreamingCall<TRequest, TResponse>)call).ResponseHeadersAsync,
            static call => ((AsyncDuplexStreamingCall<TRequest, TResponse>)call).GetTrailers(),
            static call => ((AsyncDuplexStreamingCall<TRequest, TResponse>)call).GetStatus(),
            static _ => null);
    }
}
