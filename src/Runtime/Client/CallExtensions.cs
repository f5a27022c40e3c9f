using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Typed views of what a server sent with a call. <c>BlockingUnaryCall</c> has none: its method returns the message alone.
/// </summary>
public static class CallExtensions
{
    /// <summary>What the server sent with its response headers.</summary>
    public static InitialMetadataView InitialMetadata<TResponse>(this AsyncUnaryCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.Unary<TResponse>.All);
    }

    /// <summary>What the server sent with its response headers.</summary>
    public static InitialMetadataView InitialMetadata<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ClientStreaming<TRequest, TResponse>.All);
    }

    /// <summary>What the server sent with its response headers.</summary>
    public static InitialMetadataView InitialMetadata<TResponse>(this AsyncServerStreamingCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ServerStreaming<TResponse>.All);
    }

    /// <summary>What the server sent with its response headers.</summary>
    public static InitialMetadataView InitialMetadata<TRequest, TResponse>(this AsyncDuplexStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.DuplexStreaming<TRequest, TResponse>.All);
    }

    /// <summary>What the server sent at the end of a call. Await the response before reading it.</summary>
    public static TrailingMetadataView TrailingMetadata<TResponse>(this AsyncUnaryCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.Unary<TResponse>.All);
    }

    /// <summary>What the server sent at the end of a call. Await the response before reading it.</summary>
    public static TrailingMetadataView TrailingMetadata<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ClientStreaming<TRequest, TResponse>.All);
    }

    /// <summary>What the server sent at the end of a call. Read the stream to its end before reading it.</summary>
    public static TrailingMetadataView TrailingMetadata<TResponse>(this AsyncServerStreamingCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ServerStreaming<TResponse>.All);
    }

    /// <summary>What the server sent at the end of a call. Read the stream to its end before reading it.</summary>
    public static TrailingMetadataView TrailingMetadata<TRequest, TResponse>(this AsyncDuplexStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.DuplexStreaming<TRequest, TResponse>.All);
    }

    /// <summary>What the server sent at the end of the call that failed so.</summary>
    public static TrailingMetadataView TrailingMetadata(this RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(exception);
    }
}
