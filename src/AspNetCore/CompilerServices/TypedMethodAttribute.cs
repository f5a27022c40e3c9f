using System.ComponentModel;
using Microsoft.AspNetCore.Routing;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Marks a generated method of a typed service that gRPC calls. Generated code uses it; it is not meant for your code.</summary>
/// <param name="service">The typed service.</param>
/// <param name="records">The records of request metadata that the method reads itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypedMethodAttribute(Type service, params Type[] records) : Attribute, ISuppressMatchingMetadata
{
    /// <summary>Gets the typed service.</summary>
    public Type Service { get; } = service;

    /// <summary>Gets the records of request metadata that the method reads itself.</summary>
    public IReadOnlyList<Type> Records { get; } = records;

    /// <summary>Whether the endpoint that this instance belongs to was created here. Endpoints of other components do not have the attributes of the user's method, such as [Authorize].</summary>
    internal bool IsGuarded { get; set; }

    // Routing asks before the first request.
    bool ISuppressMatchingMetadata.SuppressMatching => IsGuarded || ContractGuard.IsIntercepted(Service)
        ? false
        : throw new InvalidOperationException($"'{Service.Name}' is a typed service, but typed metadata is not set up on this server. Call services.AddGrpc().AddTypedMetadata().");
}
