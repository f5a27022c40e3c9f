using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Reserves the goods and charges the user.</summary>
[RequestMetadata<CallerInfo>]
[TrailingMetadata<CallCost>]
internal sealed class OrdersService(Stock.StockClient stock, Cashier cashier) : Orders.OrdersBase
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    public override async Task<Receipt> Place(Purchase request, ServerCallContext context)
    {
        Deadline deadline = Deadline.Min(context.GetDeadline(), Deadline.After(_timeout));
        using AsyncUnaryCall<Reservation> call = stock.ReserveAsync(request, deadline: deadline, cancellationToken: context.CancellationToken);
        Reservation reservation = await call;
        CallCost cost = call.TrailingMetadata().Read<CallCost>();
        context.SetTrailingMetadata(new CallCost(cost.Services + 1));
        return new Receipt { Order = cashier.Charge(), Shelf = reservation.Shelf };
    }
}
