using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that is one key: TMD022 and TMD023.</summary>
internal static class KeyParser
{
    internal static ParsedMember? Parse(RecordProperty wire, RecordContext context)
    {
        IPropertySymbol property = wire.Property;
        ITypeSymbol propertyType = ValueTypes.Of(property.Type);
        if (PropertyValueForm.Of(wire, propertyType, context) is not PropertyValueForm value)
        {
            return null;
        }

        TypeCodecs form = value.Form;
        PropertyKey key = PropertyKey.Of(wire, form, context.Cancellation);
        if (!KeyRules.Check(key, property, wire.Declaration.Key, value, context))
        {
            return null;
        }

        bool isBinary = KeyGrammar.IsBinary(key.Name);
        string? codec = isBinary ? (key.IsDerived && form.Text is not null ? null : form.Binary) : form.Text;
        if (codec is null)
        {
            if (isBinary)
            {
                context.Report(RecordRuleDescriptors.TextWithSuffix, key.Location, property.Name, ValueTypes.Display(property.Type), key.Name, TextRemedy(key, form));
            }
            else
            {
                context.Report(RecordRuleDescriptors.BinaryWithoutSuffix, key.Location, property.Name, key.Name);
            }

            return null;
        }

        OptionRules.Check(key, property, value, isBinary, context);
        KeyModel model = new(
            MemberShapes.Of(wire, isCollection: value.Collection != CollectionKind.None, key.Options.Required == true, context.Cancellation),
            value.Type.ToDisplayString(TypeModelBuilder.FullName),
            value.Collection,
            key.Name,
            IsPinned: !key.IsDerived,
            OptionRules.CodecOf(key.Options, value, codec),
            isBinary,
            key.Options,
            form.IsMessage,
            KeyAccessibility(property));
        OptionRules.CheckDefault(model, key, property.Name, context);
        IEnumerable<OwnedKey> keys = key.Options.Aliases.Select(former => new OwnedKey(former, OwnedKeyKind.Pinned, property.Name, key.Location))
            .Prepend(new OwnedKey(key.Name, key.IsDerived ? OwnedKeyKind.Derived : OwnedKeyKind.Pinned, property.Name, key.Location));
        return new ParsedMember(model, [.. keys]);
    }

    private static string TextRemedy(PropertyKey key, TypeCodecs form) =>
        form.Format is not null && form.Binary is null && key.Options.Format == "base64" ? "remove the suffix, or remove Format"
        : !key.IsDerived ? "remove the suffix"
        : form.Binary is null ? "write a key without the suffix with [MetadataKey(\"…\")]"
        : $"write [MetadataKey(\"{key.Name}\")] to send it as bytes, or a key without the suffix";

    private static string? KeyAccessibility(IPropertySymbol property) => property.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal or Accessibility.ProtectedOrInternal => "internal",
        _ => null,
    };
}
