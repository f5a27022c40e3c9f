using System.Collections.Immutable;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Puts together the model of a record that obeys every structural rule.</summary>
internal static class RecordModelBuilder
{
    internal static RecordModel Of(RecordShape shape, TypeModel type, ParsedMembers members, EnumCodecs enums, PrintingModel printing) => new(
        type,
        members.Keys,
        members.Nested,
        Parameters(shape),
        enums.Models,
        shape.HasImplicitParameterlessConstructor,
        printing,
        RecordEquality.Of(shape.Type),
        shape.ValidateModifiers);

    private static EquatableArray<ParameterModel> Parameters(RecordShape shape) =>
        new(shape.PrimaryParameters.Select(parameter => new ParameterModel(
            Identifiers.Escape(parameter.Name),
            parameter.HasExplicitDefaultValue ? DefaultValueSyntax.Of(parameter) : null,
            parameter.Type.ToDisplayString(TypeModelBuilder.FullName))).ToImmutableArray());
}
