using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Why a type that looks as if it had a wire form has none: the words of TMD040.</summary>
internal static class UnsupportedType
{
    /// <summary>Reports a property.</summary>
    /// <param name="property">The property, whose type may hold the other.</param>
    /// <param name="type">The type that has no wire form.</param>
    /// <param name="context">The record.</param>
    internal static void Report(IPropertySymbol property, ITypeSymbol type, RecordContext context)
    {
        ITypeSymbol whole = ValueTypes.Of(property.Type);
        string detail = SymbolEqualityComparer.Default.Equals(whole, type) ? Reason(type)
            : $", since '{ValueTypes.Display(type)}' has none{Reason(type)}";
        context.Report(RecordRuleDescriptors.NoWireForm, property.Locations[0], property.Name, ValueTypes.Display(whole), detail);
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
