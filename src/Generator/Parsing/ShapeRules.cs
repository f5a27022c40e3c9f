using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record's declaration must be: TMD001 to TMD003, TMD005, TMD007 and TMD010 to TMD012, and TMD047 of its own options.</summary>
internal static class ShapeRules
{
    /// <summary>Whether generated code can be part of the type at all.</summary>
    internal static bool AllowAnotherPart(RecordShape shape, List<Complaint> complaints)
    {
        int before = complaints.Count;
        if (!shape.Type.IsRecord)
        {
            complaints.Add(new Complaint(Rules.NotARecord, shape.Location, shape.Type.Name));
        }

        for (INamedTypeSymbol? type = shape.Type; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                complaints.Add(new Complaint(Rules.FileLocal, shape.Location, type.Name, shape.Type.Name));
            }
        }

        for (INamedTypeSymbol? type = shape.Type.IsRecord ? shape.Type : null; type is not null; type = type.ContainingType)
        {
            if (!shape.IsPartial(type))
            {
                complaints.Add(new Complaint(Rules.NotPartial, shape.Location, type.Name, shape.Type.Name));
            }
        }

        return complaints.Count == before;
    }

    internal static void Check(RecordShape shape, TypeModel type, List<Complaint> complaints)
    {
        if (type is { IsAbstract: true, MaxBytes: > 0 })
        {
            complaints.Add(new Complaint(Rules.IdleOption, shape.Location, shape.Type.Name, "MaxBytes", "an abstract record is never written by itself"));
        }

        if (shape.IsGeneric)
        {
            complaints.Add(new Complaint(Rules.Generic, shape.Location, shape.Type.Name));
        }

        if (shape.Type is { IsValueType: false, IsSealed: false, IsAbstract: false })
        {
            complaints.Add(new Complaint(Rules.NotSealed, shape.Location, shape.Type.Name));
        }

        CheckConstructors(shape, complaints);
        CheckNames(shape, complaints);
        CheckConversion(shape, complaints);
    }

    private static void CheckConstructors(RecordShape shape, List<Complaint> complaints)
    {
        if (shape.Type.IsAbstract)
        {
            return; // it is never built: the records that derive from it are
        }

        if (shape.HasImplicitParameterlessConstructor && shape.Base is { } parent && !CanCall(parent, constructor => constructor.Parameters.IsEmpty))
        {
            string remedy = CanCall(parent, constructor => !constructor.IsImplicitlyDeclared) ? "add a parameter list that passes arguments on" : "make one accessible to derived records";
            complaints.Add(new Complaint(Rules.NoConstructor, shape.Location, shape.Type.Name, $"its base '{parent.Name}' has no parameterless constructor that it can call; {remedy}"));
        }
        else if (shape.PrimaryConstructor is null && shape.ParameterlessConstructor is null)
        {
            complaints.Add(new Complaint(Rules.NoConstructor, shape.Location, shape.Type.Name, "its constructors all have parameters and none is primary; add a parameterless one, or move the parameters into the record's declaration"));
        }
        else if (shape.Type.IsValueType && shape.PrimaryConstructor is null && shape.ParameterlessConstructor!.IsImplicitlyDeclared && shape.HasInitializers)
        {
            complaints.Add(new Complaint(Rules.InitializersNotRun, shape.Location, shape.Type.Name));
        }
    }

    private static bool CanCall(INamedTypeSymbol type, Func<IMethodSymbol, bool> isOne) =>
        type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility != Accessibility.Private && isOne(constructor));

    private static void CheckNames(RecordShape shape, List<Complaint> complaints)
    {
        foreach (string name in GeneratedNames.All)
        {
            if (shape.Type.Name == name)
            {
                complaints.Add(new Complaint(Rules.NameTaken, shape.Location, name, "has the name of a member that is generated", "rename it"));
            }

            foreach (ISymbol member in shape.Type.GetMembers(name).Where(member => !GeneratedNames.IsOurs(member)).Take(1))
            {
                string remedy = member is IPropertySymbol ? "rename it, and keep its key with [MetadataKey]" : "rename or remove it";
                complaints.Add(new Complaint(Rules.NameTaken, member.Locations[0], shape.Type.Name, $"declares '{name}', which is generated", remedy));
            }
        }
    }

    private static void CheckConversion(RecordShape shape, List<Complaint> complaints)
    {
        if (shape.Conversion is IMethodSymbol conversion)
        {
            complaints.Add(new Complaint(Rules.NameTaken, conversion.Locations[0], shape.Type.Name, "declares a conversion to Metadata, which is generated", "remove it"));
        }
    }
}
