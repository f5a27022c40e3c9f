using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that is one key: TMD022 and TMD023.</summary>
internal static class FieldParser
{
    internal static ParsedMember? Parse(RecordProperty wire, TypeModel record, EnumCodecs enums, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        IPropertySymbol property = wire.Property;
        ITypeSymbol propertyType = ValueType(property.Type);
        if (ValueForm.Of(wire, propertyType, enums, known, complaints) is not ValueForm value)
        {
            return null;
        }

        WireForm form = value.Form;
        KeyDeclaration key = KeyDeclaration.Of(wire, form, cancellation);
        if (!KeyRules.Check(key, property.Name, value, record, complaints))
        {
            return null;
        }

        bool isBinary = KeyGrammar.IsBinary(key.Name);
        string? codec = isBinary ? (key.IsDerived && form.Text is not null ? null : form.Binary) : form.Text;
        if (codec is null)
        {
            complaints.Add(isBinary
                ? new Complaint(Rules.TextWithSuffix, key.Location, property.Name, Display(property.Type), key.Name, TextRemedy(key, form))
                : new Complaint(Rules.BinaryWithoutSuffix, key.Location, property.Name, key.Name));
            return null;
        }

        OptionRules.Check(key, property, value, record, isBinary, complaints);
        FieldModel field = new(
            MemberParser.Shape(wire, isCollection: value.Collection != CollectionKind.None, cancellation),
            value.Type.ToDisplayString(TypeModels.FullName),
            value.Collection,
            key.Name,
            IsPinned: !key.IsDerived,
            OptionRules.CodecOf(key.Options, value, codec),
            isBinary,
            key.Options,
            KeyAccessibility(property));
        IEnumerable<OwnedKey> keys = key.Options.ReadAlso.Select(former => new OwnedKey(former, OwnedKeyKind.Pinned, property.Name, key.Location))
            .Prepend(new OwnedKey(key.Name, key.IsDerived ? OwnedKeyKind.Derived : OwnedKeyKind.Pinned, property.Name, key.Location));
        return new ParsedMember(field, [.. keys]);
    }

    private static string TextRemedy(KeyDeclaration key, WireForm form) =>
        !key.IsDerived ? "remove the suffix"
        : form.Binary is null ? "write a key without the suffix with [MetadataKey(\"…\")]"
        : $"write [MetadataKey(\"{key.Name}\")] to send it as bytes, or a key without the suffix";

    internal static ITypeSymbol ValueType(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [ITypeSymbol value] }
            ? value
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    internal static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string? KeyAccessibility(IPropertySymbol property) => property.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
        _ => null,
    };
}
