using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record carries.</summary>
/// <param name="Keys">Every key, those of records inside it too.</param>
/// <param name="DerivedKeys">The keys of its own properties that follow from their names.</param>
/// <param name="Inherited">What is wrong with the properties that it inherits.</param>
internal sealed record ParsedMembers(EquatableArray<KeyModel> Keys, EquatableArray<NestedModel> Nested, List<OwnedKey> OwnedKeys, List<OwnedKey> DerivedKeys, List<InheritedDiagnostic> Inherited);

/// <summary>What is wrong with a property, and the base that declares it.</summary>
internal sealed record InheritedDiagnostic(INamedTypeSymbol Base, RecordDiagnostic RecordDiagnostic);

/// <summary>What a property carries.</summary>
internal sealed record ParsedMember(MemberModel Model, List<OwnedKey> Keys);
