using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The record as a declaration: what it has, and what C# makes of it. <see cref="ShapeRules"/> judges it.</summary>
internal sealed class RecordShape
{
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<INamedTypeSymbol, IMethodSymbol?> _primaries = new(SymbolEqualityComparer.Default);

    internal RecordShape(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellation)
    {
        Type = type;
        Attribute = attribute;
        _cancellation = cancellation;
        PrimaryConstructor = PrimaryOf(type);
        Base = BaseOf(type);
    }

    internal INamedTypeSymbol Type { get; }

    /// <summary>The record's <c>[GrpcMetadata]</c>.</summary>
    internal AttributeData Attribute { get; }

    internal IMethodSymbol? PrimaryConstructor { get; }

    internal ImmutableArray<IParameterSymbol> PrimaryParameters =>
        PrimaryConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    /// <summary>Ours takes its place, since a constructor of any kind removes the one that C# would have written.</summary>
    internal bool HasImplicitParameterlessConstructor =>
        !Type.IsValueType && PrimaryConstructor is null && ParameterlessConstructor is { IsImplicitlyDeclared: true };

    /// <summary>The record that it derives from, or null.</summary>
    internal INamedTypeSymbol? Base { get; }

    /// <summary>The types whose properties it has: those that it derives from, the topmost first, and itself.</summary>
    internal IEnumerable<INamedTypeSymbol> Lineage
    {
        get
        {
            Stack<INamedTypeSymbol> lineage = new();
            for (INamedTypeSymbol? type = Type; type is not null; type = BaseOf(type))
            {
                lineage.Push(type);
            }

            return lineage;
        }
    }

    /// <summary>Whether the record or a type around it is obsolete, inside which the compiler keeps quiet about what else is.</summary>
    internal bool IsObsolete
    {
        get
        {
            for (INamedTypeSymbol? type = Type; type is not null; type = type.ContainingType)
            {
                if (type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute"))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The record's identifier, in the part that has the attribute.</summary>
    internal Location Location =>
        Attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation).Parent?.Parent is BaseTypeDeclarationSyntax declaration
            ? declaration.Identifier.GetLocation()
            : Type.Locations[0];

    /// <summary>The modifiers of the user's partial Validate, or null without one.</summary>
    internal string? ValidateModifiers => Type.GetMembers(ReservedMembers.Validate)
        .OfType<IMethodSymbol>()
        .Where(method => method is { IsStatic: true, ReturnsVoid: true } && HasParametersOfValidate(method))
        .SelectMany(method => method.DeclaringSyntaxReferences)
        .Select(reference => reference.GetSyntax(_cancellation))
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Select(method => string.Join(" ", method.Modifiers))
        .FirstOrDefault();

    internal bool HasParametersOfValidate(IMethodSymbol method) =>
        method.Parameters is [{ RefKind: RefKind.In } value, { Type.Name: "ICollection" }] && SymbolEqualityComparer.Default.Equals(value.Type, Type);

    /// <summary>The user's own conversion to Metadata, which leaves no place for ours.</summary>
    internal IMethodSymbol? Conversion => Type.GetMembers(WellKnownMemberNames.ImplicitConversionName)
        .Concat(Type.GetMembers(WellKnownMemberNames.ExplicitConversionName))
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => !ReservedMembers.IsOurs(method) && method.ReturnType is { Name: "Metadata", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } });

    internal IMethodSymbol? ParameterlessConstructor =>
        Type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);

    internal bool IsGeneric
    {
        get
        {
            for (INamedTypeSymbol? type = Type; type is not null; type = type.ContainingType)
            {
                if (type.TypeParameters.Length != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether an instance property or field has an initializer.</summary>
    internal bool HasInitializers => Type.DeclaringSyntaxReferences
        .Select(reference => (TypeDeclarationSyntax)reference.GetSyntax(_cancellation))
        .SelectMany(declaration => declaration.Members)
        .Any(member => !member.Modifiers.Any(SyntaxKind.StaticKeyword) && !member.Modifiers.Any(SyntaxKind.ConstKeyword)
            && (member is PropertyDeclarationSyntax { Initializer: not null }
                || (member is FieldDeclarationSyntax declared && declared.Declaration.Variables.Any(variable => variable.Initializer is not null))));

    /// <summary>Whether a type, the record or one around it, is declared partial.</summary>
    internal static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether a record comes from an assembly that was built without the generator.</summary>
    internal static bool IsBuiltWithoutGenerator(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty && !type.AllInterfaces.Any(implemented => implemented is { Name: "IGrpcMetadata", ContainingNamespace.Name: "TypedMetadata" });

    internal static INamedTypeSymbol? BaseOf(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent ? parent : null;

    /// <summary>The primary constructor of the record or of one that it derives from.</summary>
    internal IMethodSymbol? PrimaryOf(INamedTypeSymbol type) =>
        _primaries.TryGetValue(type, out IMethodSymbol? known) ? known : _primaries[type] = FindPrimary(type);

    private IMethodSymbol? FindPrimary(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(type.DeclaringSyntaxReferences.IsEmpty ? IsDeconstructed : IsPrimary);

    // Of a record that was compiled elsewhere only this shows which constructor is the primary one.
    private static bool IsDeconstructed(IMethodSymbol constructor) =>
        !constructor.Parameters.IsEmpty
        && constructor.ContainingType.GetMembers(WellKnownMemberNames.DeconstructMethodName).OfType<IMethodSymbol>().Any(method =>
            method.Parameters.Select(parameter => parameter.Name).SequenceEqual(constructor.Parameters.Select(parameter => parameter.Name)));

    private bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(_cancellation) is RecordDeclarationSyntax { ParameterList: not null });
}
