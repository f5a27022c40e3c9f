using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Makes the model of a record's declaration.</summary>
internal static class TypeModelBuilder
{
    // With the hash and the file's ending at most 100 characters.
    private const int LongestName = 86;

    private static readonly SymbolDisplayFormat _namespace = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    internal static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    internal static TypeModel Of(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation) => new(
        HintName(type),
        Namespace(type),
        Containers(type),
        Declaration(type),
        Identifiers.Escape(type.Name),
        type.Name,
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        type.IsValueType,
        type.IsSealed,
        type.IsAbstract,
        RecordShape.BaseOf(type)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "",
        Positions(attribute),
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "MaxSize").Value.Value as int? ?? 0,
        Summaries.Of(type, cancellation),
        Targets.In(compilation));

    /// <summary>The model of any class's declaration.</summary>
    internal static DeclarationModel DeclarationOf(INamedTypeSymbol type) => new(
        HintName(type),
        Namespace(type),
        Containers(type),
        Declaration(type),
        Identifiers.Escape(type.Name),
        (type.IsGenericType ? type.ConstructUnboundGenericType() : type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    internal static string Prefix(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Prefix").Value.Value as string ?? "";

    private static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(_namespace);

    private static EquatableArray<string> Containers(INamedTypeSymbol type)
    {
        ImmutableArray<string>.Builder containers = ImmutableArray.CreateBuilder<string>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, Declaration(outer));
        }

        return new(containers.ToImmutable());
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Identifiers.Escape(parameter.Name)))}>";
        return $"partial {kind} {Identifiers.Escape(type.Name)}{parameters}";
    }

    internal static EquatableArray<string> Positions(AttributeData attribute)
    {
        int flags = attribute.ConstructorArguments is [{ Value: int value }, ..] ? value : 1;
        ImmutableArray<string>.Builder positions = ImmutableArray.CreateBuilder<string>();
        foreach ((int flag, string name) in new[] { (1, "Request"), (2, "Initial"), (4, "Trailing") })
        {
            if ((flags & flag) != 0)
            {
                positions.Add(name);
            }
        }

        return new(positions.ToImmutable());
    }

    // Two names may differ only in case, which some file systems and Roslyn itself do not tell apart: hence the hash. Of a long name the end says most, and a path may not be longer
    // than 260 characters on Windows.
    private static string HintName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.MetadataName + "." + name;
        }

        if (!type.ContainingNamespace.IsGlobalNamespace)
        {
            name = type.ContainingNamespace.ToDisplayString() + "." + name;
        }

        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        string legal = new(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_').ToArray());
        string end = legal.Length <= LongestName ? legal : legal.Substring(legal.Length - LongestName).TrimStart('.');
        return end + "." + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
