using Grpc.Core;

namespace TypedMetadata.Browser.Shop;

/// <summary>A typed service.</summary>
[TypedService<Orders.OrdersBase>]
[RequestMetadata<Caller>]
[RequestMetadata<Retry>(Method = nameof(Orders.OrdersBase.Place))]
[TrailingMetadata<Receipt>]
internal abstract partial class OrdersServiceBase;

internal sealed class OrdersService : OrdersServiceBase
{
    protected override Task<TypedResponse<Message, Receipt>> Place(Message request, Caller caller, Retry retry, TypedCallContext call) =>
        Task.FromResult<TypedResponse<Message, Receipt>>((request, new Receipt(1, [1, 2, 3, 4])));

    protected override Task<TypedResponse<Message, Receipt>> Cancel(Message request, Caller caller, TypedCallContext call) =>
        Task.FromResult<TypedResponse<Message, Receipt>>((request, new Receipt(1)));
}

/// <summary>A service with contract attributes.</summary>
[RequestMetadata<Caller>]
[InitialMetadata<ServerInfo>]
internal sealed class CatalogService : Catalog.CatalogBase
{
    public override async Task<Message> Search(Message request, ServerCallContext context)
    {
        await context.WriteInitialMetadataAsync(new ServerInfo("eu-west"));
        return request;
    }

    [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly)]
    public override async Task<Message> Import(IAsyncStreamReader<Message> requestStream, ServerCallContext context)
    {
        await context.WriteInitialMetadataAsync(new ServerInfo("eu-west"));
        return new Message();
    }
}

/// <summary>A service without a contract.</summary>
internal sealed class HealthService : Health.HealthBase
{
    public override Task<Message> Check(Message request, ServerCallContext context) => Task.FromResult(request);
}

/// <summary>A service whose record has a summary with markup and bidirectional text.</summary>
[RequestMetadata<Hostile>]
internal sealed class ReviewsService : Reviews.ReviewsBase
{
    public override Task<Message> Add(Message request, ServerCallContext context) => Task.FromResult(request);
}
