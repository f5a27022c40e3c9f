using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents a server-streaming call of a typed client. It wraps an <see cref="AsyncServerStreamingCall{TResponse}"/>.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public class TypedServerStreamingCall<TResponse>(AsyncServerStreamingCall<TResponse> call) : IDisposable
{
    /// <summary>Gets the call of grpc-dotnet.</summary>
    public AsyncServerStreamingCall<TResponse> Call { get; } = call ?? throw new ArgumentNullException(nameof(call));

    /// <summary>Gets the stream that receives the responses.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream => Call.ResponseStream;

    /// <summary>Gets the status of the call.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Status GetStatus() => Call.GetStatus();

    /// <summary>Cancels the call if it has not ended, and releases its resources.</summary>
    public void Dispose()
    {
        Call.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Represents a server-streaming call with initial metadata.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedServerStreamingCallWithInitial<TResponse, TInitial>(AsyncServerStreamingCall<TResponse> call) : TypedServerStreamingCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
{
    /// <summary>Gets a task that reads the initial metadata when the response headers arrive.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();
}

/// <summary>Represents a server-streaming call with trailing metadata.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedServerStreamingCallWithTrailing<TResponse, TTrailing>(AsyncServerStreamingCall<TResponse> call) : TypedServerStreamingCall<TResponse>(call)
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the trailing metadata. Read the response stream to its end before you read it.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed. Read its trailing metadata with <c>exception.TrailingMetadata()</c>.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();
}

/// <summary>Represents a server-streaming call with initial and trailing metadata.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedServerStreamingCall<TResponse, TInitial, TTrailing>(AsyncServerStreamingCall<TResponse> call) : TypedServerStreamingCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets a task that reads the initial metadata when the response headers arrive.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();

    /// <summary>Gets the trailing metadata. Read the response stream to its end before you read it.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed. Read its trailing metadata with <c>exception.TrailingMetadata()</c>.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();
}
