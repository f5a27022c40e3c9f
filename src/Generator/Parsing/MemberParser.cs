using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Turns each property that goes on the wire into a key, a prefix of keys, or a record inside the record.</summary>
internal static class MemberParser
{
    internal static ParsedMembers Parse(RecordShape shape, List<RecordProperty> properties, TypeModel record, EnumCodecs enums, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        List<FieldModel> fields = [];
        List<NestedModel> nested = [];
        List<OwnedKey> keys = [];
        List<OwnedKey> derived = [];
        List<InheritedComplaint> inherited = [];
        foreach (RecordProperty property in properties)
        {
            cancellation.ThrowIfCancellationRequested();
            List<Complaint> target = property.IsInherited ? [] : complaints;
            ParsedMember? member =
                NestedParser.RecordOf(property, known) is INamedTypeSymbol inner ? NestedParser.Parse(property, inner, shape, record, known, target, cancellation)
                : MapParser.IsMap(property) ? MapParser.Parse(property, enums, known, target, cancellation)
                : FieldParser.Parse(property, record, enums, known, target, cancellation);
            bool fits = member is not null && CompositionRules.Check(member.Keys, keys, target);
            if (property.IsInherited)
            {
                inherited.AddRange(target.Select(complaint => new InheritedComplaint(property.Property.ContainingType, complaint)));
            }

            if (member is null)
            {
                continue;
            }

            keys.AddRange(member.Keys);
            if (fits && !property.IsInherited && member.Model is FieldModel)
            {
                derived.AddRange(member.Keys.Where(key => key.Kind == OwnedKeyKind.Derived));
            }

            switch (member.Model)
            {
                case FieldModel field:
                    fields.Add(field);
                    break;
                case NestedModel model:
                    nested.Add(model);
                    break;
            }
        }

        DerivedKeyRules.Check(derived, complaints);
        return new ParsedMembers(new(fields.ToImmutableArray()), new(nested.ToImmutableArray()), keys, inherited);
    }

    /// <summary>What holds for every kind of member. A collection without its keys is empty, never missing: unless it may be null, or an initializer says otherwise.</summary>
    internal static MemberShape Shape(RecordProperty wire, bool isCollection, CancellationToken cancellation)
    {
        ITypeSymbol type = FieldParser.ValueType(wire.Property.Type);
        bool isNullable = Defaults.IsNullable(wire.Property.Type);
        bool isEmpty = isCollection && !isNullable && (wire.Presence == Presence.Required || wire.Parameter is not null);
        return new MemberShape(
            Identifiers.Escape(wire.Property.Name),
            type.ToDisplayString(TypeModels.FullName),
            isEmpty ? Presence.EmptyCollection : wire.Presence,
            isNullable,
            type.IsValueType,
            wire.Parameter is not null,
            Summaries.Of(wire.Property, cancellation));
    }
}

/// <summary>What a record carries.</summary>
/// <param name="Keys">Every key, those of records inside it too.</param>
/// <param name="Inherited">What is wrong with the properties that it inherits.</param>
internal sealed record ParsedMembers(EquatableArray<FieldModel> Fields, EquatableArray<NestedModel> Nested, List<OwnedKey> Keys, List<InheritedComplaint> Inherited);

/// <summary>What is wrong with a property, and the base that declares it.</summary>
internal sealed record InheritedComplaint(INamedTypeSymbol Base, Complaint Complaint);

/// <summary>What a property carries.</summary>
internal sealed record ParsedMember(MemberModel Model, List<OwnedKey> Keys);
