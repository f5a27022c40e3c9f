using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The enums of one record: each gets a codec, nested beside the typed keys.</summary>
internal sealed class EnumCodecs
{
    private const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";
    private const string Fallback = "TypedMetadata.MetadataFallbackAttribute";
    private const string OriginalName = "Google.Protobuf.Reflection.OriginalNameAttribute";

    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<(string Type, string? Format), string> _codecs = [];
    private readonly ImmutableArray<EnumModel>.Builder _models = ImmutableArray.CreateBuilder<EnumModel>();

    internal EquatableArray<EnumModel> Models => new(_models.ToImmutable());

    /// <summary>The codec's name, or null for flags, whose combinations have no name, and for an enum without members.</summary>
    internal string? CodecOf(INamedTypeSymbol type, string? format)
    {
        string fullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (_codecs.TryGetValue((fullName, format), out string known))
        {
            return known;
        }

        EquatableArray<EnumMemberModel> members = Members(type, fullName, format);
        if (IsFlags(type) || members.Count == 0)
        {
            return null;
        }

        string codec = FreeName("__" + type.Name);
        _codecs.Add((fullName, format), codec);
        _models.Add(new EnumModel(codec, fullName, members));
        return codec;
    }

    internal static bool IsFlags(ITypeSymbol type) => type.TypeKind == TypeKind.Enum && type.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static EquatableArray<EnumMemberModel> Members(INamedTypeSymbol type, string typeName, string? format) =>
        new(type.GetMembers().OfType<IFieldSymbol>().Where(member => member is { HasConstantValue: true, ConstantValue: not null }).Select(member => new EnumMemberModel(
            MayBeNamed(member) ? $"{typeName}.{Identifiers.Escape(member.Name)}" : $"({typeName})({DefaultValueSyntax.Literal(member.ConstantValue!)})",
            Identifiers.Literal(WireName(member, format)),
            Identifiers.Literal(member.Name),
            IsPreferred(member),
            IsFallback(member))).ToImmutableArray());

    // Naming an obsolete or experimental member may be an error.
    private static bool MayBeNamed(IFieldSymbol member) => !member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute");

    /// <summary>Members whose wire names are equal but for case to that of one before them, so that they would never be read.</summary>
    internal static IEnumerable<(string First, string Second)> Clashes(ITypeSymbol type, string? format)
    {
        Dictionary<string, IFieldSymbol> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue))
        {
            string name = WireName(member, format);
            if (names.TryGetValue(name, out IFieldSymbol first))
            {
                yield return (first.Name, member.Name);
            }
            else
            {
                names.Add(name, member);
            }
        }
    }

    // What the user wrote for the wire stays as it is.
    private static string WireName(IFieldSymbol member, string? format) =>
        Attribute(member, EnumMember)?.NamedArguments.FirstOrDefault(argument => argument.Key == "Value").Value.Value as string
        ?? EnumFormats.Apply(format, Attribute(member, OriginalName)?.ConstructorArguments is [{ Value: string original }, ..] ? original : member.Name);

    private static AttributeData? Attribute(IFieldSymbol member, string name) =>
        member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    // protoc marks the further names of a value in an enum that allows aliases.
    private static bool IsPreferred(IFieldSymbol member) =>
        Attribute(member, OriginalName)?.NamedArguments.Any(argument => argument is { Key: "PreferredAlias", Value.Value: false }) != true;

    // What an unknown name reads as.
    private static bool IsFallback(IFieldSymbol member) => Attribute(member, Fallback) is not null;

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
