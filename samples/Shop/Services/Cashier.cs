using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Charges the user. It has no <c>ServerCallContext</c>, so it reads the caller with an accessor.</summary>
internal sealed class Cashier(IRequestMetadataAccessor<CallerInfo> caller, OrderNumbers numbers)
{
    internal string Charge()
    {
        (string tenant, _, string? token) = caller.Read();
        return token is not null
            ? $"{tenant}-{numbers.Next()}"
            : throw new RpcException(new Status(StatusCode.Unauthenticated, "A purchase requires a user token. Send 'user-token'."));
    }
}

/// <summary>Numbers the orders.</summary>
internal sealed class OrderNumbers
{
    private int _last;

    internal int Next() => Interlocked.Increment(ref _last);
}
