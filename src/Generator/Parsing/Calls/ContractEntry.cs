using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What one attribute of a contract says.</summary>
/// <param name="Owner">The name of the class, interface or method that has the attribute.</param>
/// <param name="Position">The position that it is about.</param>
/// <param name="Record">The record that it names.</param>
/// <param name="Method">The RPC that alone is meant, or null.</param>
/// <param name="IsReported">Whether a call without the record is reported, and not rejected.</param>
/// <param name="Attribute">The attribute.</param>
internal sealed record ContractEntry(string Owner, Position Position, INamedTypeSymbol Record, string? Method, bool IsReported, AttributeData Attribute)
{
    /// <summary>What a class, an interface or a method says, in the order of its attributes.</summary>
    internal static IEnumerable<ContractEntry> Of(ISymbol declared) => declared.GetAttributes().Select(attribute => Of(declared.Name, attribute)).OfType<ContractEntry>();

    /// <summary>The attribute's part that names the record, else another place.</summary>
    internal Location RecordLocation(Location other, CancellationToken cancellation) =>
        Syntax(cancellation)?.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments[0].GetLocation() ?? other;

    /// <summary>The attribute's <c>Method</c>, else another place.</summary>
    internal Location MethodLocation(Location other, CancellationToken cancellation) =>
        Syntax(cancellation)?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == nameof(Method))?.Expression.GetLocation() ?? other;

    private static ContractEntry? Of(string owner, AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } record], ContainingNamespace: { Name: "TypedMetadata", ContainingNamespace.IsGlobalNamespace: true } } named
        && Array.Find(Position.All, position => named.Name == position.Name + "MetadataAttribute") is Position position
            ? new(owner, position, record, Argument(attribute, nameof(Method)) as string, Argument(attribute, "Enforcement") is 1, attribute)
            : null;

    private static object? Argument(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private AttributeSyntax? Syntax(CancellationToken cancellation) => Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
}
