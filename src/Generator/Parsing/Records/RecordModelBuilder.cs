using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Puts together the model of a record that obeys every structural rule.</summary>
internal static class RecordModelBuilder
{
    internal static RecordModel Of(List<RecordProperty> properties, ParsedMembers members, PrintingModel printing, RecordContext context) => new(
        context.Record,
        members.Keys,
        members.Nested,
        Parameters(context.Shape),
        context.Enums.Models,
        context.Shape.HasImplicitParameterlessConstructor,
        printing,
        RecordEquality.Of(context.Shape.Type),
        context.Shape.ValidateModifiers,
        AnnouncedDiagnostics.Of(properties, context),
        HiddenKeys.Of(properties, members.OwnedKeys),
        Visibilities.IsInternal(context.Shape.Type) && context.Target.HasStaticMembers ? AnnouncementOf(members) : null,
        HasRequiredMembers(context.Shape.Type));

    private static string? AnnouncementOf(ParsedMembers members) =>
        members.Keys.Any(static key => key.Options.Traced) ? "Announce"
        : members.Nested.Count != 0 || members.Keys.Any(static key => key.Options.Sensitive) ? "AnnounceSecrets"
        : null;

    private static bool HasRequiredMembers(INamedTypeSymbol? type) =>
        type is not null && (type.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) || HasRequiredMembers(type.BaseType));

    private static EquatableArray<ParameterModel> Parameters(RecordShape shape) =>
        new(shape.PrimaryParameters.Select(parameter => new ParameterModel(
            Identifiers.Escape(parameter.Name),
            parameter.HasExplicitDefaultValue ? DefaultValueSyntax.Of(parameter) : null,
            parameter.Type.ToDisplayString(TypeModelBuilder.FullName))).ToImmutableArray());
}
