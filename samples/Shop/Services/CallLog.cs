using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata;

namespace Shop;

/// <summary>Logs the caller and the outcome of each call. Interceptors run before the contract of the service is checked, so rejected calls are logged too.</summary>
internal sealed class CallLog(ILogger<CallLog> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        context.TryReadRequestMetadata(out LoggedCaller? caller);
        TimeSpan left = context.GetDeadline().TimeRemaining;
        try
        {
            TResponse response = await continuation(request, context);
            Log(nameof(StatusCode.OK));
            return response;
        }
        catch (Exception exception)
        {
            Log(Outcome(exception));
            throw;
        }

        void Log(string outcome) => logger.Seen(caller?.TenantId, caller?.RequestId, caller?.UserToken is not null, caller?.AppVersion, left, outcome);
    }

    // At the deadline, the server's own timer or the caller's cancellation comes first.
    private static string Outcome(Exception exception) => exception switch
    {
        RpcException failure => failure.StatusCode.ToString(),
        OperationCanceledException => nameof(StatusCode.Cancelled),
        _ => exception.GetType().Name,
    };
}
