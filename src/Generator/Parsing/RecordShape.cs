using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Diagnostics;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The record as a declaration: TMD001 to TMD012.</summary>
internal sealed class RecordShape
{
    private readonly AttributeData _attribute;
    private readonly CancellationToken _cancellation;

    internal RecordShape(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellation)
    {
        Type = type;
        _attribute = attribute;
        _cancellation = cancellation;
        PrimaryConstructor = type.IsRecord ? type.InstanceConstructors.FirstOrDefault(IsPrimary) : null;
    }

    internal INamedTypeSymbol Type { get; }

    internal IMethodSymbol? PrimaryConstructor { get; }

    internal ImmutableArray<IParameterSymbol> PrimaryParameters =>
        PrimaryConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    /// <summary>Ours takes its place, since a constructor of any kind removes the one that C# would have written.</summary>
    internal bool HasImplicitParameterlessConstructor =>
        !Type.IsValueType && PrimaryConstructor is null && ParameterlessConstructor is { IsImplicitlyDeclared: true };

    internal bool HasBase => Type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };

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
        _attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation).Parent?.Parent is BaseTypeDeclarationSyntax declaration
            ? declaration.Identifier.GetLocation()
            : Type.Locations[0];

    /// <summary>The modifiers of the user's partial Validate, or null without one.</summary>
    internal string? ValidateModifiers => Type.GetMembers(GeneratedNames.Validate)
        .OfType<IMethodSymbol>()
        .Where(method => method is { IsStatic: true, ReturnsVoid: true, Parameters: [{ RefKind: RefKind.In } value, { Type.Name: "ICollection" }] }
            && SymbolEqualityComparer.Default.Equals(value.Type, Type))
        .SelectMany(method => method.DeclaringSyntaxReferences)
        .Select(reference => reference.GetSyntax(_cancellation))
        .OfType<MethodDeclarationSyntax>()
        .Where(method => method.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Select(method => string.Join(" ", method.Modifiers))
        .FirstOrDefault();

    /// <summary>The user's own conversion to Metadata, which leaves no place for ours.</summary>
    internal IMethodSymbol? Conversion => Type.GetMembers(WellKnownMemberNames.ImplicitConversionName)
        .Concat(Type.GetMembers(WellKnownMemberNames.ExplicitConversionName))
        .OfType<IMethodSymbol>()
        .FirstOrDefault(method => !GeneratedNames.IsOurs(method) && method.ReturnType is { Name: "Metadata", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } });

    private IMethodSymbol? ParameterlessConstructor =>
        Type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);

    /// <summary>Whether generated code can be part of the type at all.</summary>
    internal bool CanHaveAnotherPart(List<Complaint> complaints)
    {
        int before = complaints.Count;
        if (!Type.IsRecord)
        {
            complaints.Add(new Complaint(Rules.NotARecord, Location, Type.Name));
        }

        for (INamedTypeSymbol? type = Type; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                complaints.Add(new Complaint(Rules.FileLocal, Location, type.Name, Type.Name));
                break;
            }
        }

        for (INamedTypeSymbol? type = Type.IsRecord ? Type : null; type is not null; type = type.ContainingType)
        {
            if (!IsPartial(type))
            {
                complaints.Add(new Complaint(Rules.NotPartial, Location, type.Name, Type.Name));
            }
        }

        return complaints.Count == before;
    }

    internal void Check(List<Complaint> complaints)
    {
        if (IsGeneric())
        {
            complaints.Add(new Complaint(Rules.Generic, Location, Type.Name));
        }

        if (HasBase)
        {
            complaints.Add(new Complaint(Rules.HasBase, Location, Type.Name, Type.BaseType!.Name));
        }

        if (Type is { IsValueType: false, IsSealed: false, IsAbstract: false })
        {
            complaints.Add(new Complaint(Rules.NotSealed, Location, Type.Name));
        }

        CheckConstructors(complaints);
        CheckNames(complaints);
        CheckConversion(complaints);
    }

    private void CheckConstructors(List<Complaint> complaints)
    {
        if (Type.IsAbstract)
        {
            complaints.Add(new Complaint(Rules.NoConstructor, Location, Type.Name, "it is abstract; make it sealed"));
        }
        else if (PrimaryConstructor is null && ParameterlessConstructor is null)
        {
            complaints.Add(new Complaint(Rules.NoConstructor, Location, Type.Name, "its constructors all have parameters and none is primary; add a parameterless one, or move the parameters into the record's declaration"));
        }
        else if (Type.IsValueType && PrimaryConstructor is null && ParameterlessConstructor!.IsImplicitlyDeclared && HasInitializers())
        {
            complaints.Add(new Complaint(Rules.InitializersNotRun, Location, Type.Name));
        }
    }

    private void CheckNames(List<Complaint> complaints)
    {
        foreach (string name in GeneratedNames.All)
        {
            if (Type.Name == name)
            {
                complaints.Add(new Complaint(Rules.NameTaken, Location, name, Type.Name, ""));
            }

            foreach (ISymbol member in Type.GetMembers(name).Where(member => !GeneratedNames.IsOurs(member)).Take(1))
            {
                string remedy = member is IPropertySymbol ? ", and keep its key with [MetadataKey]" : "";
                complaints.Add(new Complaint(Rules.NameTaken, member.Locations[0], name, Type.Name, remedy));
            }
        }
    }

    private void CheckConversion(List<Complaint> complaints)
    {
        if (Conversion is IMethodSymbol conversion)
        {
            complaints.Add(new Complaint(Rules.NameTaken, conversion.Locations[0], "The conversion to Metadata", Type.Name, ""));
        }
    }

    private bool IsGeneric()
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

    private bool HasInitializers() => Type.DeclaringSyntaxReferences
        .Select(reference => (TypeDeclarationSyntax)reference.GetSyntax(_cancellation))
        .SelectMany(declaration => declaration.Members)
        .Any(member => !member.Modifiers.Any(SyntaxKind.StaticKeyword) && !member.Modifiers.Any(SyntaxKind.ConstKeyword)
            && (member is PropertyDeclarationSyntax { Initializer: not null }
                || (member is FieldDeclarationSyntax field && field.Declaration.Variables.Any(variable => variable.Initializer is not null))));

    private bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(_cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(_cancellation) is RecordDeclarationSyntax { ParameterList: not null });
}
