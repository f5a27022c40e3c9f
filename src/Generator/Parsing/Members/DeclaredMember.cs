using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A member with the attributes on it, on the positional parameter that declares it, and on what it overrides.</summary>
/// <param name="Parameter">The parameter of its own type's primary constructor, if it is positional.</param>
/// <param name="Key">Its <c>[MetadataKey]</c>.</param>
/// <param name="Prefix">Its <c>[MetadataPrefix]</c>.</param>
/// <param name="Converter">Its <c>[MetadataConverter]</c>.</param>
/// <param name="DeclaredTwice">How it has two attributes, and the remedy, in words; or null.</param>
internal sealed record DeclaredMember(ISymbol Member, IParameterSymbol? Parameter, AttributeData? Key, AttributeData? Prefix, AttributeData? Converter, bool IsIgnored, (string Problem, string Remedy)? DeclaredTwice)
{
    /// <summary>The attribute that makes a property of its own accord one of metadata.</summary>
    internal AttributeData? Attribute => Key ?? Prefix;

    internal static DeclaredMember Of(ISymbol member, RecordShape shape, KnownSymbols known)
    {
        IParameterSymbol? parameter = ParameterOf(member);
        AttributeData? key = Find(member, known.MetadataKey);
        AttributeData? prefix = Find(member, known.MetadataPrefix);
        return new DeclaredMember(
            member,
            parameter,
            key,
            prefix,
            Find(member, known.MetadataConverter),
            Find(member, known.MetadataIgnore) is not null,
            DeclaredTwice: key is not null && prefix is not null ? ("marked with [MetadataKey] and with [MetadataPrefix]", "keep the latter on a dictionary, and the former on all else")
                : IsOnBoth(known.MetadataKey) || IsOnBoth(known.MetadataPrefix) ? ("marked on the property and on its parameter", "remove one of the attributes")
                : null);

        bool IsOnBoth(INamedTypeSymbol attribute) => known.Find(member, attribute) is not null && known.Find(parameter, attribute) is not null;

        IParameterSymbol? ParameterOf(ISymbol symbol) =>
            symbol is IPropertySymbol ? shape.PrimaryOf(symbol.ContainingType)?.Parameters.FirstOrDefault(candidate => candidate.Name == symbol.Name) : null;

        AttributeData? Find(ISymbol symbol, INamedTypeSymbol attribute) =>
            known.Find(symbol, attribute)
            ?? known.Find(ParameterOf(symbol), attribute)
            ?? (symbol is IPropertySymbol { OverriddenProperty: IPropertySymbol overridden } ? Find(overridden, attribute) : null);
    }

    /// <summary>Public and internal properties that can be set count, and positional ones; others only when they are marked.</summary>
    internal bool GoesOnTheWire(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer || IsIgnored)
        {
            return false;
        }

        bool isOpen = property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
        return Parameter is not null
            || (property is { GetMethod: not null, SetMethod: not null, ExplicitInterfaceImplementations.IsEmpty: true } && (isOpen || Attribute is not null));
    }

    /// <summary>What is wrong with a marked member that is no metadata property, and the remedy.</summary>
    internal (string Problem, string Remedy) WhyNot => Member is IFieldSymbol { AssociatedSymbol: not null }
        ? ($"marked on its backing field, where {AttributeName} has no effect", "remove 'field:'")
        : ($"{What}, and its {AttributeName} would have no effect", $"use an instance property with a getter and a setter or init, or remove {AttributeName}");

    private string AttributeName => Key is null ? "[MetadataPrefix]" : "[MetadataKey]";

    private string What => Member switch
    {
        IFieldSymbol => "a field",
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol { IsStatic: true } => "static",
        IPropertySymbol { GetMethod: null } => "write-only",
        IPropertySymbol { SetMethod: null } => "read-only",
        _ => "an explicit implementation of an interface's property",
    };
}
