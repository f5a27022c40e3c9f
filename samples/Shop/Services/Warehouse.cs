using TypedMetadata;

namespace Shop;

/// <summary>Finds things: each tenant has shelves of its own.</summary>
internal sealed class Warehouse(IRequestMetadataAccessor<CallerInfo> caller)
{
    /// <summary>What nobody ever finds, however long they look.</summary>
    internal const string Lost = "left sock";

    internal async Task<string> FindAsync(string item, CancellationToken cancellation)
    {
        if (item == Lost)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }

        return $"{caller.Read().TenantId}/{item}";
    }
}
