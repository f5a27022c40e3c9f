using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Charges the user. It sees no <c>ServerCallContext</c>, and needs none to know in whose name it acts.</summary>
internal sealed class Cashier(IRequestMetadataAccessor<CallerInfo> caller, OrderNumbers numbers)
{
    internal string Charge()
    {
        (string tenant, _, string? token) = caller.Read();
        return token is not null
            ? $"{tenant}-{numbers.Next()}"
            : throw new RpcException(new Status(StatusCode.Unauthenticated, "Only a user can pay, and no user is signed in: send a user token."));
    }
}

/// <summary>One number an order.</summary>
internal sealed class OrderNumbers
{
    private int _last;

    internal int Next() => Interlocked.Increment(ref _last);
}
