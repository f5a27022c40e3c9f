using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What holds for every kind of member.</summary>
internal static class MemberShapes
{
    /// <summary>What the constructor and the writer must know. A collection without its keys is empty, never missing: unless it may be null, has an initializer, or must be there.</summary>
    internal static MemberShape Of(RecordProperty wire, bool isCollection, bool isRequired, CancellationToken cancellation)
    {
        ITypeSymbol type = ValueTypes.Of(wire.Property.Type);
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
