using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TypedMetadata;

/// <summary>Collects the contract from the endpoints of gRPC services.</summary>
internal sealed class ContractCollector
{
    private readonly Dictionary<Type, ContractRecord> _records = [];

    internal static ContractDocument Collect(IEnumerable<Endpoint> endpoints)
    {
        ContractCollector collector = new();

        // With JSON transcoding, a method has two endpoints.
        ContractService[] services =
        [
            .. endpoints
                .Where(static endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null)
                .DistinctBy(static endpoint => MethodOf(endpoint).FullName)
                .GroupBy(static endpoint => MethodOf(endpoint).ServiceName, StringComparer.Ordinal)
                .OrderBy(static service => service.Key, StringComparer.Ordinal)
                .Select(service => new ContractService { Name = service.Key, Methods = [.. service.Select(collector.Describe)] }),
        ];
        return new ContractDocument
        {
            Version = ContractDocument.CurrentVersion,
            Services = services,
            Records = [.. collector._records.Values.OrderBy(static record => record.Type, StringComparer.Ordinal)],
        };
    }

    private static IMethod MethodOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()!.Method;

    private ContractMethod Describe(Endpoint endpoint)
    {
        MethodContracts declared = MethodContracts.Of(endpoint);
        IMethod method = MethodOf(endpoint);
        return new ContractMethod
        {
            Name = method.Name,
            Kind = method.Type switch
            {
                MethodType.Unary => "unary",
                MethodType.ClientStreaming => "client-streaming",
                MethodType.ServerStreaming => "server-streaming",
                _ => "duplex-streaming",
            },
            Request =
            [
                .. declared.Requests.Reverse().DistinctBy(static request => request.Type).Reverse().Select(request => new ContractUse
                {
                    Record = Add(request.Type),
                    Enforcement = request.Enforcement == ContractEnforcement.ReportOnly ? "report-only" : "reject",
                }),
            ],
            Initial = [.. ResponsesIn(MetadataPositions.Initial)],
            Trailing = [.. ResponsesIn(MetadataPositions.Trailing)],
        };

        IEnumerable<ContractUse> ResponsesIn(MetadataPositions position) =>
            declared.Responses.Where(response => response.Position == position).Select(response => new ContractUse { Record = Add(response.Type) });
    }

    private string Add(Type type)
    {
        if (!_records.TryGetValue(type, out ContractRecord? record))
        {
            _records.Add(type, record = RecordDescription.Of(SchemaOf.Type(type)));
        }

        return record.Type;
    }
}
