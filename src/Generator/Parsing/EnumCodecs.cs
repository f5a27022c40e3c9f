using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The enums of one record: each gets a codec that is nested in it, under a name that is free there.</summary>
internal sealed class EnumCodecs(INamedTypeSymbol record)
{
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

        string codec = FreeName(type.Name + "Text");
        _codecs.Add(type, codec);
        _models.Add(new EnumModel(codec, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), type.Name, members));
        return codec;
    }

    internal static bool IsFlags(ITypeSymbol type) => type.TypeKind == TypeKind.Enum && type.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static EquatableArray<EnumMemberModel> Members(INamedTypeSymbol type)
    {
        HashSet<object> values = [];
        ImmutableArray<EnumMemberModel>.Builder members = ImmutableArray.CreateBuilder<EnumMemberModel>();
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (member is { HasConstantValue: true, ConstantValue: object value })
            {
                members.Add(new EnumMemberModel(Identifiers.Escape(member.Name), member.Name, Writes: values.Add(value)));
            }
        }

        return new(members.ToImmutable());
    }

    private string FreeName(string name)
    {
        string free = name;
        for (int i = 2; free == record.Name || record.MemberNames.Contains(free) || _codecs.ContainsValue(free); i++)
        {
            free = name + i;
        }

        return free;
    }
}
