using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents a unary call of a typed client. It wraps an <see cref="AsyncUnaryCall{TResponse}"/>.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public class TypedUnaryCall<TResponse>(AsyncUnaryCall<TResponse> call) : IDisposable
{
    /// <summary>Gets the call of grpc-dotnet.</summary>
    public AsyncUnaryCall<TResponse> Call { get; } = call ?? throw new ArgumentNullException(nameof(call));

    /// <summary>Gets the response message.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    public Task<TResponse> ResponseAsync => Call.ResponseAsync;

    /// <summary>Gets an awaiter for the response message, so that you can await the call.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => Call.GetAwaiter();

    /// <summary>Configures how the call is awaited.</summary>
    /// <param name="continueOnCapturedContext">Whether to continue on the captured context.</param>
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
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedUnaryCallWithInitial<TResponse, TInitial>(AsyncUnaryCall<TResponse> call) : TypedUnaryCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
{
    /// <summary>Gets a task that reads the initial metadata when the response headers arrive.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();

    /// <summary>Awaits the call and returns the response message and the response metadata.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="MetadataException">A key of the metadata is missing or its value is invalid.</exception>
    public async Task<(TInitial Initial, TResponse Response)> CompleteAsync()
    {
        TResponse response = await Call.ResponseAsync.ConfigureAwait(false);
        return (await InitialMetadataAsync.ConfigureAwait(false), response);
    }
}

/// <summary>Represents a unary call with trailing metadata.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedUnaryCallWithTrailing<TResponse, TTrailing>(AsyncUnaryCall<TResponse> call) : TypedUnaryCall<TResponse>(call)
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets the trailing metadata. Await the call before you read it.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed. Read its trailing metadata with <c>exception.TrailingMetadata()</c>.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();

    /// <summary>Awaits the call and returns the response message and the response metadata.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="MetadataException">A key of the metadata is missing or its value is invalid.</exception>
    public async Task<(TResponse Response, TTrailing Trailing)> CompleteAsync()
    {
        TResponse response = await Call.ResponseAsync.ConfigureAwait(false);
        return (response, TrailingMetadata);
    }
}

/// <summary>Represents a unary call with initial and trailing metadata.</summary>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedUnaryCall<TResponse, TInitial, TTrailing>(AsyncUnaryCall<TResponse> call) : TypedUnaryCall<TResponse>(call)
    where TInitial : IInitialMetadata<TInitial>
    where TTrailing : ITrailingMetadata<TTrailing>
{
    /// <summary>Gets a task that reads the initial metadata when the response headers arrive.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed before the server sent initial metadata.</exception>
    public Task<TInitial> InitialMetadataAsync => Call.InitialMetadata().ReadAsync<TInitial>();

    /// <summary>Gets the trailing metadata. Await the call before you read it.</summary>
    /// <exception cref="MetadataException">A key is missing or its value is invalid.</exception>
    /// <exception cref="RpcException">The call failed. Read its trailing metadata with <c>exception.TrailingMetadata()</c>.</exception>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public TTrailing TrailingMetadata => Call.TrailingMetadata().ReadOfSuccess<TTrailing>();

    /// <summary>Awaits the call and returns the response message and the response metadata.</summary>
    /// <exception cref="RpcException">The call failed.</exception>
    /// <exception cref="MetadataException">A key of the metadata is missing or its value is invalid.</exception>
    public async Task<(TInitial Initial, TResponse Response, TTrailing Trailing)> CompleteAsync()
    {
        TResponse response = await Call.ResponseAsync.ConfigureAwait(false);
        return (await InitialMetadataAsync.ConfigureAwait(false), response, TrailingMetadata);
    }
}
