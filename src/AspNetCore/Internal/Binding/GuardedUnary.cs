using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>A unary method with its guard. For a handler that completes synchronously, no additional task is allocated.</summary>
internal sealed class GuardedUnary<TService, TRequest, TResponse>(UnaryServerMethod<TService, TRequest, TResponse> method, MethodGuard guard)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    internal Task<TResponse> RunAsync(TService service, TRequest request, ServerCallContext context)
    {
        Task<TResponse> running;
        try
        {
            guard.Begin(context);
            running = method(service, request, context);
        }
        catch (Exception exception)
        {
            return Task.FromException<TResponse>(guard.Fail(exception, context));
        }

        if (!running.IsCompletedSuccessfully)
        {
            return FinishAsync(running, context);
        }

        guard.Succeed(context);
        return running;
    }

    private async Task<TResponse> FinishAsync(Task<TResponse> running, ServerCallContext context)
    {
        TResponse response;
        try
        {
            response = await running.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (guard.TryReplace(exception, context, out RpcException? final))
            {
                throw final;
            }

            throw;
        }

        guard.Succeed(context);
        return response;
    }
}
