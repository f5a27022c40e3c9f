using System.Runtime.InteropServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <content>How a server is stopped that would not check what its services name.</content>
public sealed partial class RequestMetadataAttribute<T> : IDynamicInterfaceCastable
{
    // Before the first request, routing asks each endpoint for the interface that takes it out of matching, which is ASP.NET Core's and so cannot be implemented here. Where nothing of TypedMetadata.AspNetCore
    // runs, this is the only code of ours that does: it stops a server that would not check what its services name.
    bool IDynamicInterfaceCastable.IsInterfaceImplemented(RuntimeTypeHandle interfaceType, bool throwIfNotImplemented)
    {
        Type? asked = Type.GetTypeFromHandle(interfaceType);
        if (asked?.FullName == ContractGuard.AskedByRouting)
        {
            ContractGuard.ThrowIfMissing(this);
        }

        return throwIfNotImplemented ? throw new InvalidCastException($"'{GetType()}' is not a '{asked}'.") : false;
    }

    RuntimeTypeHandle IDynamicInterfaceCastable.GetInterfaceImplementation(RuntimeTypeHandle interfaceType) => default;
}
