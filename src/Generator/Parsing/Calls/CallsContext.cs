using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>One typed client or typed service while it is parsed, and what is found to be wrong.</summary>
internal sealed class CallsContext(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
{
    internal INamedTypeSymbol Type { get; } = type;

    internal AttributeData Attribute { get; } = attribute;

    internal KnownSymbols Known { get; } = known;

    internal CancellationToken Cancellation { get; } = cancellation;

    internal bool IsService { get; } = attribute.AttributeClass!.Name == "TypedServiceAttribute";

    /// <summary>What protoc's plugin generated, as the attribute names it; null if that is not known.</summary>
    internal INamedTypeSymbol? Target { get; } = attribute.AttributeClass!.TypeArguments.FirstOrDefault() is INamedTypeSymbol { TypeKind: not TypeKind.Error } target ? target : null;

    /// <summary>The class that the contract stands on, if it has one of its own.</summary>
    internal INamedTypeSymbol? Contract { get; } =
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == nameof(Contract)).Value is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol contract } && !SymbolEqualityComparer.Default.Equals(contract, type)
            ? contract
            : null;

    internal DeclarationModel Declaration { get; } = TypeModelBuilder.DeclarationOf(type);

    /// <summary>The class's identifier, in the part that has the attribute.</summary>
    internal Location Location { get; } = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent is BaseTypeDeclarationSyntax declaration
        ? declaration.Identifier.GetLocation()
        : type.Locations[0];

    /// <summary>The attribute's part that names the class of protoc's plugin.</summary>
    internal Location TargetLocation { get; } = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments.FirstOrDefault()?.GetLocation() ?? type.Locations[0];

    /// <summary>RPCs whose method cannot be written, since its name is taken.</summary>
    internal HashSet<string> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameters of the constructors that a typed client has, with <c>global::</c>. Those that the class declares itself are not among them.</summary>
    internal List<string> Constructors { get; } = ["global::Grpc.Core.ChannelBase", "global::Grpc.Core.CallInvoker"];

    /// <summary>The property of a typed client that holds protoc's client.</summary>
    internal string ClientProperty { get; set; } = "Client";

    internal List<RecordDiagnostic> Diagnostics { get; } = [];

    internal void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) => Diagnostics.Add(new RecordDiagnostic(rule, location, arguments));
}
