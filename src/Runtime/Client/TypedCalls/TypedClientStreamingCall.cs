using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>Represents a client-streaming call of a typed client. It wraps an <see cref="AsyncClientStreamingCall{TRequest, TResponse}"/>.</summary>
/// <typeparam name="TRequest">The type of the request messages.</typeparam>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public class TypedClientStreamingCall<TRequest, TResponse>(AsyncClientStreamingCall<TRequest, TResponse> call) : IDisposable
{
    /// <summary>Gets the call of grpc-dotnet.</summary>
    public AsyncClientStreamingCall<TRequest, TResponse> Call { get; } = call ?? throw new ArgumentNullException(nameof(call));

    /// <summary>Gets the stream that sends the requests.</summary>
    public IClientStreamWriter<TRequest> RequestStream => Call.RequestStream;

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

/// <summary>Represents a client-streaming call with initial metadata.</summary>
/// <typeparam name="TRequest">The type of the request messages.</typeparam>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedClientStreamingCallWithInitial<TRequest, TResponse, TInitial>(AsyncClientStreamingCall<TRequest, TResponse> call) : TypedClientStreamingCall<TRequest, TResponse>(call)
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

/// <summary>Represents a client-streaming call with trailing metadata.</summary>
/// <typeparam name="TRequest">The type of the request messages.</typeparam>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedClientStreamingCallWithTrailing<TRequest, TResponse, TTrailing>(AsyncClientStreamingCall<TRequest, TResponse> call) : TypedClientStreamingCall<TRequest, TResponse>(call)
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

/// <summary>Represents a client-streaming call with initial and trailing metadata.</summary>
/// <typeparam name="TRequest">The type of the request messages.</typeparam>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
/// <typeparam name="TInitial">The record of initial metadata.</typeparam>
/// <typeparam name="TTrailing">The record of trailing metadata.</typeparam>
/// <param name="call">The call of grpc-dotnet.</param>
public sealed class TypedClientStreamingCall<TRequest, TResponse, TInitial, TTrailing>(AsyncClientStreamingCall<TRequest, TResponse> call) : TypedClientStreamingCall<TRequest, TResponse>(call)
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
