using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents a unary call of a typed client. It behaves as the <see cref="AsyncUnaryCall{TResponse}"/> inside it.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <param name="call">The call.</param>
public class TypedUnaryCall<TResponse>(AsyncUnaryCall<TResponse> call) : IDisposable
{
    /// <summary>Gets the call of grpc-dotnet.</summary>
    public AsyncUnaryCall<TResponse> Call { get; } = call ?? throw new ArgumentNullException(nameof(call));

    /// <summary>Gets the response message.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    public Task<TResponse> ResponseAsync => Call.ResponseAsync;

    /// <summary>Lets the call be awaited for its response message.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => Call.GetAwaiter();

    /// <summary>Configures how the call is awaited.</summary>
    /// <param name="continueOnCapturedContext">Whether to go on in the context that was captured.</param>
    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) => Call.ConfigureAwait(continueOnCapturedContext);

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

/// <summary>Represents a unary call with initial metadata.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="call">The call.</param>
public sealed class TypedUnaryCallWithInitial<TResponse, TInitial>(AsyncUnaryCall<TResponse> call) : TypedUnaryCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
{
    /// <summary>Gets the initial metadata, once the response headers have arrived.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();

    /// <summary>Awaits the call and returns its message with its metadata.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="MetadataException">A value of the metadata is missing or invalid.</exception>
    public async Task<(TInitial Initial, TResponse Response)> CompleteAsync()
    {
        TResponse response = await Call.ResponseAsync.ConfigureAwait(false);
        return (await InitialMetadataAsync.ConfigureAwait(false), response);
    }
}

/// <summary>Represents a unary call with trailing metadata.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call.</param>
public sealed class TypedUnaryCallWithTrailing<TResponse, TTrailing>(AsyncUnaryCall<TResponse> call) : TypedUnaryCall<TResponse>(call)
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the trailing metadata. Await the call before reading it.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed. <c>e.TrailingMetadata()</c> reads what the server sent with the status.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();

    /// <summary>Awaits the call and returns its message with its metadata.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="MetadataException">A value of the metadata is missing or invalid.</exception>
    public async Task<(TResponse Response, TTrailing Trailing)> CompleteAsync()
    {
        TResponse response = await Call.ResponseAsync.ConfigureAwait(false);
        return (response, TrailingMetadata);
    }
}

/// <summary>Represents a unary call with initial and trailing metadata.</summary>
/// <typeparam name="TResponse">The response message.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call.</param>
public sealed class TypedUnaryCall<TResponse, TInitial, TTrailing>(AsyncUnaryCall<TResponse> call) : TypedUnaryCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the initial metadata, once the response headers have arrived.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();

    /// <summary>Gets the trailing metadata. Await the call before reading it.</summary>
    /// <exception cref="MetadataException">A value is missing or invalid.</exception>
    /// <exception cref="RpcException">The call failed. <c>e.TrailingMetadata()</c> reads what the server sent with the status.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();

    /// <summary>Awaits the call and returns its message with its metadata.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="MetadataException">A value of the metadata is missing or invalid.</exception>
    public async Task<(TInitial Initial, TResponse Response, TTrailing Trailing)> CompleteAsync()
    {
        TResponse response = await Call.ResponseAsync.ConfigureAwait(false);
        return (await InitialMetadataAsync.ConfigureAwait(false), response, TrailingMetadata);
    }
}
