using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Extension methods that get the response metadata of a call. Blocking unary calls have none, because they return only the message.
/// </summary>
public static class CallExtensions
{
    /// <summary>Gets the initial metadata of the call. Read a record with <c>await call.InitialMetadata().ReadAsync&lt;T&gt;()</c>.</summary>
    public static InitialMetadataView InitialMetadata<TResponse>(this AsyncUnaryCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.Unary<TResponse>.All);
    }

    /// <summary>Gets the initial metadata of the call. Read a record with <c>await call.InitialMetadata().ReadAsync&lt;T&gt;()</c>.</summary>
    public static InitialMetadataView InitialMetadata<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ClientStreaming<TRequest, TResponse>.All);
    }

    /// <summary>Gets the initial metadata of the call. Read a record with <c>await call.InitialMetadata().ReadAsync&lt;T&gt;()</c>.</summary>
    public static InitialMetadataView InitialMetadata<TResponse>(this AsyncServerStreamingCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ServerStreaming<TResponse>.All);
    }

    /// <summary>Gets the initial metadata of the call. Read a record with <c>await call.InitialMetadata().ReadAsync&lt;T&gt;()</c>.</summary>
    public static InitialMetadataView InitialMetadata<TRequest, TResponse>(this AsyncDuplexStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.DuplexStreaming<TRequest, TResponse>.All);
    }

    /// <summary>Gets the trailing metadata of the call. Await the response before you read a record.</summary>
    public static TrailingMetadataView TrailingMetadata<TResponse>(this AsyncUnaryCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.Unary<TResponse>.All);
    }

    /// <summary>Gets the trailing metadata of the call. Await the response before you read a record.</summary>
    public static TrailingMetadataView TrailingMetadata<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ClientStreaming<TRequest, TResponse>.All);
    }

    /// <summary>Gets the trailing metadata of the call. Read the response stream to its end before you read a record.</summary>
    public static TrailingMetadataView TrailingMetadata<TResponse>(this AsyncServerStreamingCall<TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.ServerStreaming<TResponse>.All);
    }

    /// <summary>Gets the trailing metadata of the call. Read the response stream to its end before you read a record.</summary>
    public static TrailingMetadataView TrailingMetadata<TRequest, TResponse>(this AsyncDuplexStreamingCall<TRequest, TResponse> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new(call, CallMembers.DuplexStreaming<TRequest, TResponse>.All);
    }

    /// <summary>Gets the trailing metadata of the failed call.</summary>
    public static TrailingMetadataView TrailingMetadata(this RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(exception);
    }
}
