using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Why a type that looks as if it had a wire form has none: the words of TMD040.</summary>
internal static class UnsupportedType
{
    /// <summary>The diagnostic of a property.</summary>
    /// <param name="property">The property, whose type may hold the other.</param>
    /// <param name="type">The type that has no wire form.</param>
    internal static RecordDiagnostic RecordDiagnostic(IPropertySymbol property, ITypeSymbol type)
    {
        ITypeSymbol whole = KeyParser.ValueType(property.Type);
        string detail = SymbolEqualityComparer.Default.Equals(whole, type) ? Reason(type)
            : $", since '{KeyParser.Display(type)}' has none{Reason(type)}";
        return new RecordDiagnostic(RecordRuleDescriptors.NoWireForm, property.Locations[0], property.Name, KeyParser.Display(whole), detail);
    }

    private static string Reason(ITypeSymbol type) => type switch
    {
        _ when EnumCodecs.IsFlags(type) => ", since combinations of flags have no name",
        { TypeKind: TypeKind.Enum } => ", since the enum has no members",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => ", since its size differs between machines",
        IArrayTypeSymbol { IsSZArray: false } => ", since it has several dimensions",
        { TypeKind: TypeKind.Interface } => ", since it is an interface",
        { IsAbstract: true } => ", since it is abstract",
        INamedTypeSymbol named when TypeCodecs.ImplementsMessage(named) => ", since it has no public parameterless constructor",
        _ => "",
    };
}
