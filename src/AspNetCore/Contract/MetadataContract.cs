using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TypedMetadata;

/// <summary>
/// Represents the metadata contract of a server: its gRPC services and methods, their records, and the keys of the records.
/// </summary>
/// <remarks><c>app.MapTypedMetadata()</c> serves the contract as a page and as JSON.</remarks>
public sealed class MetadataContract
{
    private MetadataContract(ContractDocument document) => Document = document;

    internal ContractDocument Document { get; }

    /// <summary>Returns the contract of all gRPC services that are mapped so far. Call it after the last <c>MapGrpcService&lt;T&gt;()</c>.</summary>
    /// <param name="endpoints">The application, or the route group that the services are mapped on.</param>
    /// <returns>
    /// The contract. It lists the metadata of typed services and of services with <c>[RequestMetadata&lt;T&gt;]</c>, <c>[InitialMetadata&lt;T&gt;]</c> or
    /// <c>[TrailingMetadata&lt;T&gt;]</c>. Other services are listed without metadata.
    /// </returns>
    /// <exception cref="InvalidOperationException">A service declares a type that is not a metadata record.</exception>
    public static MetadataContract Of(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return Of(endpoints.DataSources.SelectMany(static source => source.Endpoints));
    }

    /// <summary>Returns the contract as JSON. The same contract always results in the same text, with LF line endings.</summary>
    /// <remarks>The JSON Schema is docs/contract.schema.json in the repository.</remarks>
    /// <returns>The JSON text.</returns>
    public string ToJson() => ContractJson.Write(Document);

    internal static MetadataContract Of(IEnumerable<Endpoint> endpoints) => new(ContractCollector.Collect(endpoints));
}
