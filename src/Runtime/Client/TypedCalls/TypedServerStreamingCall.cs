using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents a server-streaming call of a typed client. It behaves as the <see cref="AsyncServerStreamingCall{TResponse}"/> inside it.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <param name="call">The call.</param>
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
/// <typeparam name="TResponse">The response message.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="call">The call.</param>
public sealed class TypedServerStreamingCallWithInitial<TResponse, TInitial>(AsyncServerStreamingCall<TResponse> call) : TypedServerStreamingCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
{
    /// <summary>Gets the initial metadata, once the response headers have arrived.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();
}

/// <summary>Represents a server-streaming call with trailing metadata.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call.</param>
public sealed class TypedServerStreamingCallWithTrailing<TResponse, TTrailing>(AsyncServerStreamingCall<TResponse> call) : TypedServerStreamingCall<TResponse>(call)
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the trailing metadata. Read the response stream to its end before reading it.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed. <c>e.TrailingMetadata()</c> reads what the server sent with the status.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();
}

/// <summary>Represents a server-streaming call with initial and trailing metadata.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call.</param>
public sealed class TypedServerStreamingCall<TResponse, TInitial, TTrailing>(AsyncServerStreamingCall<TResponse> call) : TypedServerStreamingCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the initial metadata, once the response headers have arrived.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();

    /// <summary>Gets the trailing metadata. Read the response stream to its end before reading it.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed. <c>e.TrailingMetadata()</c> reads what the server sent with the status.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();
}
