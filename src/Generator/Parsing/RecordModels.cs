using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Puts together the model of a record that obeys every structural rule.</summary>
internal static class RecordModels
{
    internal static RecordModel Of(RecordShape shape, TypeModel type, List<RecordProperty> properties, List<FieldModel> fields, EnumCodecs enums, KnownSymbols known)
    {
        EquatableArray<PrintedMember> printed = Printed(shape, known);
        return new RecordModel(
            type,
            new(fields.ToImmutableArray()),
            Parameters(shape, properties),
            enums.Models,
            printed,
            shape.HasImplicitParameterlessConstructor,
            WritesPrintMembers: printed.Any(member => member.Sensitive) && !DeclaresPrintMembers(shape.Type),
            RecordEquality.Of(shape.Type),
            shape.ValidateModifiers);
    }

    private static EquatableArray<ParameterModel> Parameters(RecordShape shape, List<RecordProperty> properties) =>
        new(shape.PrimaryParameters.Select(parameter => new ParameterModel(
            Identifiers.Escape(parameter.Name),
            properties.FindIndex(property => property.Property.Name == parameter.Name),
            parameter.HasExplicitDefaultValue ? DefaultValues.Of(parameter) : null,
            parameter.Type.ToDisplayString(TypeModels.FullName))).ToImmutableArray());

    // What the compiler's own PrintMembers shows: public instance fields and readable properties, in the order of their declaration.
    private static EquatableArray<PrintedMember> Printed(RecordShape shape, KnownSymbols known)
    {
        ImmutableArray<PrintedMember>.Builder printed = ImmutableArray.CreateBuilder<PrintedMember>();
        foreach (ISymbol member in shape.Type.GetMembers())
        {
            ITypeSymbol? type = member switch
            {
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };
            if (type is null || member.IsStatic || member.IsOverride || member.DeclaredAccessibility != Accessibility.Public)
            {
                continue;
            }

            IParameterSymbol? parameter = shape.PrimaryParameters.FirstOrDefault(candidate => candidate.Name == member.Name);
            bool sensitive = RecordProperties.KeyAttribute(member, parameter, known) is AttributeData key && KeyOptions.IsSensitive(key);
            printed.Add(new PrintedMember(Identifiers.Escape(member.Name), member.Name, sensitive, type.IsValueType));
        }

        return new(printed.ToImmutable());
    }

    private static bool DeclaresPrintMembers(INamedTypeSymbol type) => type.GetMembers(GeneratedNames.PrintMembers).OfType<IMethodSymbol>().Any(method =>
        !method.IsImplicitlyDeclared && method.Parameters is [{ Type.Name: "StringBuilder" }]);
}
