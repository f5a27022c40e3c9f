using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Why a type that looks as if it had a wire form has none: the words of TMD040.</summary>
internal static class UnsupportedType
{
    private const string Remedy = "use text, a number, Guid, a date or time, an enum, bytes, a protobuf message, a type that is IParsable and IFormattable, or an array of one of these; or add [MetadataConverter] or [MetadataIgnore]";
    private const string StandardRemedy = "use text, a number, Guid, a date and time, an enum, bytes, a protobuf message, or an array of one of these; target net8.0 as well; or add [MetadataConverter] or [MetadataIgnore]";

    /// <summary>Reports a property.</summary>
    /// <param name="property">The property, whose type may hold the other.</param>
    /// <param name="type">The type that has no wire form.</param>
    /// <param name="context">The record.</param>
    internal static void Report(IPropertySymbol property, ITypeSymbol type, RecordContext context)
    {
        ITypeSymbol whole = ValueTypes.Of(property.Type);
        string detail = SymbolEqualityComparer.Default.Equals(whole, type) ? Reason(type, context)
            : $", because '{ValueTypes.Display(type)}' is not{Reason(type, context)}";
        context.Report(RecordRuleDescriptors.NoWireForm, property.Locations[0], property.Name, ValueTypes.Display(whole), detail, type is INamedTypeSymbol { TypeArguments: [ITypeSymbol only] } list && IsSequence(list) ? $"use {ValueTypes.Display(only)}[]" : context.Target.HasStaticMembers ? Remedy : StandardRemedy);
    }

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.AllInterfaces.Append(type).Any(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);

    private static string Reason(ITypeSymbol type, RecordContext context) => type switch
    {
        _ when TypeCodecs.Of(type, format: null, context.Enums) is { IsNewer: true } => ", because TypedMetadata for .NET Standard, which this target framework uses, does not have it",
        _ when EnumCodecs.IsFlags(type) => ", because combinations of flags have no name",
        { TypeKind: TypeKind.Enum } => ", because the enum has no members",
        INamedTypeSymbol { TypeArguments: [_] } collection when IsSequence(collection) => ", because it is not a supported list",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => ", because its size differs between machines",
        IArrayTypeSymbol { IsSZArray: false } => ", because it has several dimensions",
        { TypeKind: TypeKind.Interface } => ", because it is an interface",
        { IsAbstract: true } => ", because it is abstract",
        INamedTypeSymbol named when TypeCodecs.ImplementsMessage(named) => ", because it has no public parameterless constructor",
        _ => "",
    };
}
