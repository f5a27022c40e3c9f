using TypedMetadata;

namespace Shop;

/// <summary>Finds items on the shelves of the caller's tenant.</summary>
internal sealed class Warehouse(IRequestMetadataAccessor<CallerInfo> caller)
{
    /// <summary>An item that is never found, so that a call for it exceeds its deadline.</summary>
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
