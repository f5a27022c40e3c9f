using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>
/// Stands around every call: lets none begin that has no time left or lacks what its method expects, answers the client when metadata could not be
/// read or written, and sees to what goes out at the end.
/// </summary>
internal sealed class TypedMetadataInterceptor(
    CallDeadlines deadlines, RequestContracts contracts, MetadataFault fault, ILogger<TypedMetadataInterceptor> logger) : Interceptor
{
    /// <inheritdoc/>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: false, (request, continuation), static (call, context) => call.continuation(call.request, context));

    /// <inheritdoc/>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: false, (requestStream, continuation), static (call, context) => call.continuation(call.requestStream, context));

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: true, (request, responseStream, continuation), static (call, context) => NothingAsync(call.continuation(call.request, call.responseStream, context)));

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, streams: true, (requestStream, responseStream, continuation), static (call, context) => NothingAsync(call.continuation(call.requestStream, call.responseStream, context)));

    private static async Task<bool> NothingAsync(Task running)
    {
        await running.ConfigureAwait(false);
        return true;
    }

    // What the call needs comes as a value beside a delegate that is made once, not as a closure a call.
    private async Task<T> GuardAsync<T, TCall>(ServerCallContext context, bool streams, TCall call, Func<TCall, ServerCallContext, Task<T>> runAsync)
    {
        deadlines.Admit(context);
        CallGuard guard = new(context, fault, logger);
        try
        {
            guard.Check(contracts);
            T response = await runAsync(call, context).ConfigureAwait(false);
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
