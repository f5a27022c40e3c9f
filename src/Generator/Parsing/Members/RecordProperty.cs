using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that goes on the wire.</summary>
/// <param name="Parameter">The parameter of the record's primary constructor that sets it, if it is positional.</param>
/// <param name="Declaration">What stands on it.</param>
/// <param name="Prefix">What its key starts with if it is derived, as the type says that declares it.</param>
/// <param name="IsInherited">Whether an abstract base declares it.</param>
internal sealed record RecordProperty(IPropertySymbol Property, IParameterSymbol? Parameter, DeclaredMember Declaration, Presence Presence, string Prefix, bool IsInherited);
