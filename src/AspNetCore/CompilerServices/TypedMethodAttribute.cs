using System.ComponentModel;
using Microsoft.AspNetCore.Routing;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Stands on the generated methods of typed services that gRPC calls. Each hands its call to the method of the same name that the user writes.</summary>
/// <param name="service">The typed service.</param>
/// <param name="records">The records of request metadata that the method reads itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypedMethodAttribute(Type service, params Type[] records) : Attribute, ISuppressMatchingMetadata
{
    /// <summary>The typed service.</summary>
    public Type Service { get; } = service;

    /// <summary>The records of request metadata that the method reads itself.</summary>
    public IReadOnlyList<Type> Records { get; } = records;

    /// <summary>Whether the endpoint that this instance belongs to was made by us: others do not see what stands on the user's method, such as [Authorize].</summary>
    internal bool IsGuarded { get; set; }

    // Routing asks before the first request.
    bool ISuppressMatchingMetadata.SuppressMatching => IsGuarded || ContractGuard.IsIntercepted(Service)
        ? false
        : throw new InvalidOperationException($"'{Service.Name}' is a typed service, but nothing on this server knows that: write services.AddGrpc().AddTypedMetadata().");
}
