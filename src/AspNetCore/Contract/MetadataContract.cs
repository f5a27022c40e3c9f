using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TypedMetadata;

/// <summary>
/// Represents the metadata contract of a server's gRPC services: services, methods, the records of each position, and their keys. <c>app.MapTypedMetadata()</c> serves it.
/// </summary>
public sealed class MetadataContract
{
    private MetadataContract(ContractDocument document) => Document = document;

    internal ContractDocument Document { get; }

    /// <summary>Collects the contract of all gRPC services that have been mapped. Call it after the last <c>MapGrpcService&lt;T&gt;()</c>.</summary>
    /// <param name="endpoints">The application, or the group that the services were mapped on.</param>
    /// <returns>The contract of typed services and of services with <c>[RequestMetadata&lt;T&gt;]</c>, <c>[InitialMetadata&lt;T&gt;]</c> or <c>[TrailingMetadata&lt;T&gt;]</c>. Other services are listed without metadata.</returns>
    /// <exception cref="InvalidOperationException">A service names a type that is not a metadata record.</exception>
    public static MetadataContract Of(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return Of(endpoints.DataSources.SelectMany(static source => source.Endpoints));
    }

    /// <summary>Returns the contract as JSON, in the same order every time and with LF between lines. docs/contract.schema.json is its JSON Schema.</summary>
    public string ToJson() => ContractJson.Write(Document);

    internal static MetadataContract Of(IEnumerable<Endpoint> endpoints) => new(ContractCollector.Collect(endpoints));
}
