using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Turns each property that goes on the wire into a key, a prefix of keys, or a record inside the record.</summary>
internal static class MemberParser
{
    internal static ParsedMembers Parse(RecordShape shape, List<RecordProperty> properties, TypeModel record, EnumCodecs enums, KnownSymbols known, List<RecordDiagnostic> diagnostics, CancellationToken cancellation)
    {
        List<KeyModel> parsed = [];
        List<NestedModel> nested = [];
        List<OwnedKey> keys = [];
        List<OwnedKey> derived = [];
        List<InheritedDiagnostic> inherited = [];
        foreach (RecordProperty property in properties)
        {
            cancellation.ThrowIfCancellationRequested();
            List<RecordDiagnostic> target = property.IsInherited ? [] : diagnostics;
            ParsedMember? member =
                NestedParser.RecordOf(property, known) is INamedTypeSymbol inner ? NestedParser.Parse(property, inner, shape, record, known, target, cancellation)
                : MapParser.IsMap(property) ? MapParser.Parse(property, enums, known, target, cancellation)
                : KeyParser.Parse(property, record, enums, known, target, cancellation);
            bool fits = member is not null && CompositionRules.Check(member.Keys, keys, target);
            if (property.IsInherited)
            {
                inherited.AddRange(target.Select(diagnostic => new InheritedDiagnostic(property.Property.ContainingType, diagnostic)));
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

        DerivedKeyRules.Check(derived, diagnostics);
        return new ParsedMembers(new(parsed.ToImmutableArray()), new(nested.ToImmutableArray()), keys, inherited);
    }

    /// <summary>What holds for every kind of member. A collection without its keys is empty, never missing: unless it may be null, has an initializer, or must be there.</summary>
    internal static MemberShape Shape(RecordProperty wire, bool isCollection, bool isRequired, CancellationToken cancellation)
    {
        ITypeSymbol type = KeyParser.ValueType(wire.Property.Type);
        bool isNullable = PropertyPresence.IsNullable(wire.Property.Type);
        bool isAlwaysSet = !isNullable && (wire.Presence == Presence.Required || isRequired || (isCollection && wire.Parameter is not null));
        return new MemberShape(
            Identifiers.Escape(wire.Property.Name),
            type.ToDisplayString(TypeModelBuilder.FullName),
            !isAlwaysSet ? wire.Presence : isCollection ? Presence.EmptyCollection : Presence.Required,
            isNullable,
            type.IsValueType,
            wire.Parameter is not null,
            Summaries.Of(wire.Property, cancellation));
    }
}

/// <summary>What a record carries.</summary>
/// <param name="Keys">Every key, those of records inside it too.</param>
/// <param name="Inherited">What is wrong with the properties that it inherits.</param>
internal sealed record ParsedMembers(EquatableArray<KeyModel> Keys, EquatableArray<NestedModel> Nested, List<OwnedKey> OwnedKeys, List<InheritedDiagnostic> Inherited);

/// <summary>What is wrong with a property, and the base that declares it.</summary>
internal sealed record InheritedDiagnostic(INamedTypeSymbol Base, RecordDiagnostic RecordDiagnostic);

/// <summary>What a property carries.</summary>
internal sealed record ParsedMember(MemberModel Model, List<OwnedKey> Keys);
