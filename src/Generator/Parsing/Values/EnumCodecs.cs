using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The enums of one record: each gets a codec, nested beside the typed keys.</summary>
internal sealed class EnumCodecs
{
    private const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";
    private const string OriginalName = "Google.Protobuf.Reflection.OriginalNameAttribute";

    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<ISymbol, string> _codecs = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<EnumModel>.Builder _models = ImmutableArray.CreateBuilder<EnumModel>();

    internal EquatableArray<EnumModel> Models => new(_models.ToImmutable());

    /// <summary>The codec's name, or null for flags, whose combinations have no name, and for an enum without members.</summary>
    internal string? CodecOf(INamedTypeSymbol type)
    {
        if (_codecs.TryGetValue(type, out string known))
        {
            return known;
        }

        EquatableArray<EnumMemberModel> members = Members(type);
        if (IsFlags(type) || members.Count == 0)
        {
            return null;
        }

        string codec = FreeName("__" + type.Name);
        _codecs.Add(type, codec);
        _models.Add(new EnumModel(codec, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), members));
        return codec;
    }

    internal static bool IsFlags(ITypeSymbol type) => type.TypeKind == TypeKind.Enum && type.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static EquatableArray<EnumMemberModel> Members(INamedTypeSymbol type)
    {
        string typeName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new(type.GetMembers().OfType<IFieldSymbol>().Where(member => member is { HasConstantValue: true, ConstantValue: not null }).Select(member => new EnumMemberModel(
            MayBeNamed(member) ? $"{typeName}.{Identifiers.Escape(member.Name)}" : $"({typeName})({DefaultValueSyntax.Literal(member.ConstantValue!)})",
            Identifiers.Literal(WireName(member)),
            Identifiers.Literal(member.Name),
            IsPreferred(member))).ToImmutableArray());
    }

    // Naming an obsolete or experimental member may be an error.
    private static bool MayBeNamed(IFieldSymbol member) => !member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute");

    /// <summary>Two members whose wire names are equal but for case, of which the second would never be read.</summary>
    internal static (string First, string Second)? Clash(ITypeSymbol type)
    {
        Dictionary<string, IFieldSymbol> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue))
        {
            string name = WireName(member);
            if (names.TryGetValue(name, out IFieldSymbol first))
            {
                return (first.Name, member.Name);
            }

            names.Add(name, member);
        }

        return null;
    }

    private static string WireName(IFieldSymbol member) =>
        Attribute(member, EnumMember)?.NamedArguments.FirstOrDefault(argument => argument.Key == "Value").Value.Value as string
        ?? (Attribute(member, OriginalName)?.ConstructorArguments is [{ Value: string original }, ..] ? original : member.Name);

    private static AttributeData? Attribute(IFieldSymbol member, string name) =>
        member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    // protoc marks the further names of a value in an enum that allows aliases.
    private static bool IsPreferred(IFieldSymbol member) =>
        Attribute(member, OriginalName)?.NamedArguments.Any(argument => argument is { Key: "PreferredAlias", Value.Value: false }) != true;

    private string FreeName(string name)
    {
        string free = name;
        for (int i = 2; !_taken.Add(free); i++)
        {
            free = name + i;
        }

        return free;
    }
}
