using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Accepts calls with valid metadata and places the order.</summary>
[RequestMetadata<CallerInfo>]
[RequestMetadata<AppInfo>]
[InitialMetadata<ServerInfo>]
[TrailingMetadata<CallCost>]
internal sealed class GatewayService(ServerInfo server, Orders.OrdersClient orders) : Gateway.GatewayBase
{
    public override async Task<Receipt> Buy(Purchase request, ServerCallContext context)
    {
        context.AddInitialMetadata(server);
        using AsyncUnaryCall<Receipt> call = orders.PlaceAsync(request);
        Receipt receipt = await call;
        CallCost cost = call.TrailingMetadata().Read<CallCost>();
        context.SetTrailingMetadata(new CallCost(cost.Services + 1));
        return receipt;
    }
}
