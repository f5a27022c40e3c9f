using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Turns each property that goes on the wire into a key, a prefix of keys, or a record inside the record.</summary>
internal static class MemberParser
{
    internal static ParsedMembers Parse(List<RecordProperty> properties, RecordContext context)
    {
        List<KeyModel> parsed = [];
        List<NestedModel> nested = [];
        List<OwnedKey> keys = [];
        List<OwnedKey> derived = [];
        List<InheritedDiagnostic> inherited = [];
        foreach (RecordProperty property in properties)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            RecordContext target = property.IsInherited ? context.Aside() : context;
            ParsedMember? member = !ConstantRules.Check(property, target) || !AliasedTypes.Check(property, target) ? null
                : NestedParser.RecordOf(property, context.Known) is INamedTypeSymbol inner ? Nested(property, context.Of(inner), target)
                : MapParser.IsMap(property) ? MapParser.Parse(property, target)
                : KeyParser.Parse(property, target);
            bool fits = member is not null && CompositionRules.Check(member.Keys, keys, target);
            if (property.IsInherited)
            {
                inherited.AddRange(target.Diagnostics.Select(diagnostic => new InheritedDiagnostic(property.Property.ContainingType, diagnostic)));
            }

            if (member is null)
            {
                continue;
            }

            keys.AddRange(member.Keys);
            if (fits && !property.IsInherited && member.Model is KeyModel)
            {
                derived.AddRange(member.Keys.Where(key => key.Kind == OwnedKeyKind.Derived));
            }

            switch (member.Model)
            {
                case KeyModel model:
                    parsed.Add(model);
                    break;
                case NestedModel inside:
                    nested.Add(inside);
                    break;
            }
        }

        return new ParsedMembers(new(parsed.ToImmutableArray()), new(nested.ToImmutableArray()), keys, derived, inherited);
    }

    private static ParsedMember? Nested(RecordProperty property, RecordContext inner, RecordContext context) =>
        NestedParser.Check(property, inner, context) ? NestedParser.Parse(property, inner, KeysOf(inner), context) : null;

    // What is wrong inside is said there; here only its keys count, if they can live together.
    private static List<OwnedKey> KeysOf(RecordContext inner)
    {
        ParsedMembers members = Parse(RecordProperties.Of(inner), inner);
        return inner.Diagnostics.Exists(diagnostic => diagnostic.Rule == RecordRuleDescriptors.SameKey || diagnostic.Rule == RecordRuleDescriptors.BadPrefix) ? [] : [.. members.OwnedKeys, .. HiddenKeys.In(inner.Shape.Type, members.OwnedKeys)];
    }
}
