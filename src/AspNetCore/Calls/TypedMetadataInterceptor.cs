using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>
/// Stands around every call: lets none begin that has no time left, answers the client when metadata could not be read or written,
/// and sees to what goes out at the end.
/// </summary>
internal sealed class TypedMetadataInterceptor(CallDeadlines deadlines, MetadataFault fault, ILogger<TypedMetadataInterceptor> logger) : Interceptor
{
    /// <inheritdoc/>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: false, () => continuation(request, context));

    /// <inheritdoc/>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: false, () => continuation(requestStream, context));

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: true, () => NothingAsync(continuation(request, responseStream, context)));

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: true, () => NothingAsync(continuation(requestStream, responseStream, context)));

    private static async Task<bool> NothingAsync(Task running)
    {
        await running.ConfigureAwait(false);
        return true;
    }

    private async Task<T> GuardAsync<T>(ServerCallContext context, bool streams, Func<Task<T>> runAsync)
    {
        deadlines.Admit(context);
        CallGuard guard = new(context, fault, logger);
        try
        {
            T response = await runAsync().ConfigureAwait(false);
            await guard.SucceedAsync(streams).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception)
        {
            if (guard.Answer(exception) is RpcException answer)
            {
                throw answer;
            }

            throw;
        }
        finally
        {
            guard.End();
        }
    }
}
