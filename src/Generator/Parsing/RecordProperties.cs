using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>A property that goes on the wire, with the parameter that sets it if it is positional.</summary>
internal sealed record RecordProperty(IPropertySymbol Property, IParameterSymbol? Parameter, AttributeData? KeyAttribute, Presence Presence);

/// <summary>Finds the properties that go on the wire: TMD006, TMD046 and TMD050.</summary>
internal static class RecordProperties
{
    internal static List<RecordProperty> Of(RecordShape shape, KnownSymbols known, List<Complaint> complaints, CancellationToken cancellation)
    {
        List<RecordProperty> properties = [];
        foreach (ISymbol member in shape.Type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            IParameterSymbol? parameter = shape.PrimaryParameters.FirstOrDefault(candidate => candidate.Name == member.Name);
            AttributeData? key = KeyAttribute(member, parameter, known);
            if (member is IPropertySymbol && known.Find(member, known.MetadataKey) is not null && known.Find(parameter, known.MetadataKey) is not null)
            {
                complaints.Add(new Complaint(Rules.MisplacedKey, member.Locations[0], member.Name, "a property whose parameter has a [MetadataKey] too"));
            }

            if (member is IPropertySymbol property && Goes(property, parameter, key, known))
            {
                properties.Add(new RecordProperty(property, parameter, key, PresenceOf(property, parameter, cancellation)));
                CheckDefault(property, parameter, complaints, cancellation);
            }
            else if (key is not null && WhyNot(member) is string reason && !IsIgnored(member, parameter, known))
            {
                string name = (member as IFieldSymbol)?.AssociatedSymbol?.Name ?? member.Name;
                complaints.Add(new Complaint(Rules.MisplacedKey, member.Locations[0], name, reason));
            }
        }

        foreach (IParameterSymbol parameter in shape.HasBase ? ImmutableArray<IParameterSymbol>.Empty : shape.PrimaryParameters)
        {
            if (!parameter.HasExplicitDefaultValue && !properties.Exists(property => property.Property.Name == parameter.Name))
            {
                complaints.Add(new Complaint(Rules.IgnoredWithoutDefault, parameter.Locations[0], parameter.Name, shape.Type.Name));
            }
        }

        return properties;
    }

    internal static AttributeData? KeyAttribute(ISymbol member, IParameterSymbol? parameter, KnownSymbols known) =>
        known.Find(member, known.MetadataKey) ?? (member is IPropertySymbol ? known.Find(parameter, known.MetadataKey) : null);

    private static bool Goes(IPropertySymbol property, IParameterSymbol? parameter, AttributeData? key, KnownSymbols known)
    {
        if (property.IsStatic || property.IsIndexer || IsIgnored(property, parameter, known))
        {
            return false;
        }

        bool isOpen = property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
        return parameter is not null
            || (property is { GetMethod: not null, SetMethod: not null, ExplicitInterfaceImplementations.IsEmpty: true } && (isOpen || key is not null));
    }

    private static bool IsIgnored(ISymbol member, IParameterSymbol? parameter, KnownSymbols known) =>
        known.Find(member, known.MetadataIgnore) is not null || known.Find(parameter, known.MetadataIgnore) is not null;

    private static string? WhyNot(ISymbol member) => member switch
    {
        IFieldSymbol { AssociatedSymbol: not null } => "set through its backing field",
        IFieldSymbol => "a field",
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol { IsStatic: true } => "static",
        IPropertySymbol { GetMethod: null } => "write-only",
        IPropertySymbol { SetMethod: null } => "read-only",
        IPropertySymbol => "an explicit implementation of an interface's property",
        _ => null,
    };

    private static Presence PresenceOf(IPropertySymbol property, IParameterSymbol? parameter, CancellationToken cancellation)
    {
        if (parameter is not null)
        {
            return HasDefault(parameter) || IsNullable(property.Type) ? Presence.Optional : Presence.Required;
        }

        return IsNullable(property.Type) || HasInitializer(property, cancellation) ? Presence.Optional : Presence.Required;
    }

    private static void CheckDefault(IPropertySymbol property, IParameterSymbol? parameter, List<Complaint> complaints, CancellationToken cancellation)
    {
        bool hasOther = parameter is not null ? parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null } : HasInitializer(property, cancellation);
        if (hasOther && IsNullable(property.Type))
        {
            string what = parameter is not null ? "the parameter's default value" : "what its initializer says";
            complaints.Add(new Complaint(Rules.NullableWithDefault, property.Locations[0], property.Name, what));
        }
    }

    internal static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.NullableAnnotation == NullableAnnotation.Annotated;

    // null! and default! only quiet the compiler.
    private static bool HasDefault(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue
        && !(parameter.ExplicitDefaultValue is null && parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated });

    private static bool HasInitializer(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is PropertyDeclarationSyntax { Initializer.Value: ExpressionSyntax value }
            && !value.IsKind(SyntaxKind.NullLiteralExpression)
            && !(value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven
                && (forgiven.Operand.IsKind(SyntaxKind.NullLiteralExpression) || forgiven.Operand.IsKind(SyntaxKind.DefaultLiteralExpression) || forgiven.Operand.IsKind(SyntaxKind.DefaultExpression))));
}
