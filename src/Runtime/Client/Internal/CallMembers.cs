using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// What the views need of a call, whatever its kind and its messages. The functions are given the call, so that there is one instance for each type of call and none for
/// each call.
/// </summary>
/// <param name="Headers">The call's response headers.</param>
/// <param name="Trailers">The call's trailers, which throws until they are known.</param>
/// <param name="Status">The call's status, which throws until it is known.</param>
/// <param name="Response">The response of a call that has one message, else null.</param>
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
