using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Reserves the goods. It never receives the user token.</summary>
[RequestMetadata<CallerInfo>]
[TrailingMetadata<CallCost>]
internal sealed class StockService(Warehouse warehouse) : Stock.StockBase
{
    public override async Task<Reservation> Reserve(Purchase request, ServerCallContext context)
    {
        string shelf = await warehouse.FindAsync(request.Item, context.CancellationToken);
        context.SetTrailingMetadata(new CallCost(1));
        return new Reservation { Shelf = shelf };
    }
}
