using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>What these rules look for, looked up once in a compilation.</summary>
internal sealed class UsageSymbols
{
    private readonly INamedTypeSymbol?[] _directions;
    private readonly INamedTypeSymbol?[] _contracts;
    private readonly INamedTypeSymbol? _exception;
    private readonly INamedTypeSymbol? _serverCallContext;

    private UsageSymbols(Compilation compilation, INamedTypeSymbol metadata, INamedTypeSymbol entry)
    {
        Metadata = metadata;
        Entry = entry;
        _exception = compilation.GetTypeByMetadataName("System.Exception");
        _serverCallContext = compilation.GetTypeByMetadataName("Grpc.Core.ServerCallContext");
        RpcException = compilation.GetTypeByMetadataName("Grpc.Core.RpcException");
        Status = compilation.GetTypeByMetadataName("Grpc.Core.Status");
        CallOptions = compilation.GetTypeByMetadataName("Grpc.Core.CallOptions");
        ClientBase = compilation.GetTypeByMetadataName("Grpc.Core.ClientBase");
        Console = compilation.GetTypeByMetadataName("System.Console");
        LoggerExtensions = compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerExtensions");
        MetadataKey = compilation.GetTypeByMetadataName("TypedMetadata.MetadataKeyAttribute");
        MetadataPrefix = compilation.GetTypeByMetadataName("TypedMetadata.MetadataPrefixAttribute");
        MetadataExtensions = compilation.GetTypeByMetadataName("TypedMetadata.MetadataExtensions");
        HasTypedServer = compilation.GetTypeByMetadataName("TypedMetadata.ResponseMetadataExtensions") is not null;
        _contracts = Array.ConvertAll(Position.All, position => compilation.GetTypeByMetadataName($"TypedMetadata.{position.Name}MetadataAttribute`1"));
        _directions = Array.ConvertAll(Position.All, position => compilation.GetTypeByMetadataName($"TypedMetadata.I{position.Name}Metadata`1"));
    }

    internal INamedTypeSymbol Metadata { get; }

    internal INamedTypeSymbol Entry { get; }

    internal INamedTypeSymbol? RpcException { get; }

    internal INamedTypeSymbol? Status { get; }

    internal INamedTypeSymbol? CallOptions { get; }

    internal INamedTypeSymbol? ClientBase { get; }

    internal INamedTypeSymbol? Console { get; }

    internal INamedTypeSymbol? LoggerExtensions { get; }

    internal INamedTypeSymbol? MetadataKey { get; }

    internal INamedTypeSymbol? MetadataPrefix { get; }

    internal INamedTypeSymbol? MetadataExtensions { get; }

    /// <summary>Whether the server's typed methods can be called here.</summary>
    internal bool HasTypedServer { get; }

    /// <summary>The symbols, or null in a compilation without gRPC.</summary>
    internal static UsageSymbols? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Grpc.Core.Metadata") is { } metadata
        && compilation.GetTypeByMetadataName("Grpc.Core.Metadata+Entry") is { } entry
            ? new UsageSymbols(compilation, metadata, entry)
            : null;

    internal static bool Same(ISymbol? one, ISymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one, other);

    internal bool IsException(ITypeSymbol? type)
    {
        while (type is not null && !Same(type, _exception))
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    internal bool IsServerCall(ITypeSymbol? type) => Same(type, _serverCallContext);

    /// <summary>The positions of a metadata record; none for any other type.</summary>
    internal IEnumerable<Position> PositionsOf(ITypeSymbol type) =>
        Position.All.Where((_, index) => type.AllInterfaces.Any(implemented => Same(implemented.OriginalDefinition, _directions[index])));

    /// <summary>The position that an attribute's record must have, or null for an attribute that is none of ours.</summary>
    internal Position? ContractPosition(INamedTypeSymbol attribute) =>
        Position.All.Where((_, index) => Same(attribute.OriginalDefinition, _contracts[index])).FirstOrDefault();
}
