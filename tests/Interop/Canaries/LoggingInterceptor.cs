using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata.Interop.Canaries;

/// <summary>An interceptor that a user writes to log what goes wrong.</summary>
internal sealed class LoggingInterceptor(TelemetryRecorder watch) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        ListenAsync(() => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        ListenAsync(() => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        ListenAsync(() => EndAsync(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        ListenAsync(() => EndAsync(continuation(requestStream, responseStream, context)));

    private static async Task<bool> EndAsync(Task running)
    {
        await running;
        return true;
    }

    private async Task<T> ListenAsync<T>(Func<Task<T>> runAsync)
    {
        try
        {
            return await runAsync();
        }
        catch (Exception exception)
        {
            watch.Hear(exception);
            throw;
        }
    }
}
