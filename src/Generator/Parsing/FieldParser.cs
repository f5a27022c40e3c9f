using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Turns the properties that go on the wire into fields: TMD022, TMD023 and TMD027.</summary>
internal static class FieldParser
{
    internal static List<FieldModel> Parse(List<RecordProperty> properties, TypeModel record, EnumCodecs enums, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        List<FieldModel> fields = [];
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        List<(string Property, KeyDeclaration Key)> derived = [];
        foreach (RecordProperty property in properties)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Parse(property, record, enums, known, complaints, cancellation) is not (FieldModel field, KeyDeclaration declared))
            {
                continue;
            }

            fields.Add(field);
            foreach (string key in field.Options.ReadAlso.Prepend(field.Key))
            {
                if (owners.TryGetValue(key, out string owner))
                {
                    complaints.Add(new Complaint(Rules.SameKey, declared.Location, property.Property.Name, key, owner));
                }
                else
                {
                    owners.Add(key, property.Property.Name);
                }
            }

            if (declared.IsDerived && owners[field.Key] == property.Property.Name)
            {
                derived.Add((property.Property.Name, declared));
            }
        }

        DerivedKeyRules.Check(derived, complaints);
        return fields;
    }

    private static (FieldModel Field, KeyDeclaration Key)? Parse(RecordProperty wire, TypeModel record, EnumCodecs enums, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        IPropertySymbol property = wire.Property;
        ITypeSymbol propertyType = ValueType(property.Type);
        if (ValueForm.Of(wire, propertyType, enums, known, complaints) is not ValueForm value)
        {
            return null;
        }

        WireForm form = value.Form;
        KeyDeclaration key = KeyDeclaration.Of(wire, form, record.Prefix, cancellation);
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

        OptionRules.Check(key, property, value, isBinary, complaints);
        FieldModel field = new(
            Identifiers.Escape(property.Name),
            propertyType.ToDisplayString(TypeModels.FullName),
            value.Type.ToDisplayString(TypeModels.FullName),
            value.List,
            key.Name,
            OptionRules.CodecOf(key.Options, value, codec),
            isBinary,
            key.Options,
            PresenceOf(wire, value),
            RecordProperties.IsNullable(property.Type),
            propertyType.IsValueType,
            wire.Parameter is not null,
            KeyAccessibility(property));
        return (field, key);
    }

    // A list without its key is empty, never missing: unless it is nullable, or an initializer says otherwise.
    private static Presence PresenceOf(RecordProperty wire, ValueForm value)
    {
        bool isList = value.List != ListKind.None;
        bool isNullable = RecordProperties.IsNullable(wire.Property.Type);
        return isList && !isNullable && (wire.Presence == Presence.Required || wire.Parameter is not null) ? Presence.EmptyList : wire.Presence;
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
