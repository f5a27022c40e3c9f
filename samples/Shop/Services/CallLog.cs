using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata;

namespace Shop;

/// <summary>Logs who called, and how it ended. It stands outside the service's contract, so that it sees rejected calls too.</summary>
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

    // A server hears of a deadline in two ways: its own clock says so, or its caller's did and the call is cancelled. Which comes first is chance.
    private static string Outcome(Exception exception) => exception switch
    {
        RpcException failure => failure.StatusCode.ToString(),
        OperationCanceledException => nameof(StatusCode.Cancelled),
        _ => exception.GetType().Name,
    };
}
