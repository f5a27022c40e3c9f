using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record's declaration must be: TMD001 to TMD003, TMD005, TMD007 and TMD010 to TMD012, and TMD047 of its own options.</summary>
internal static class ShapeRules
{
    /// <summary>Whether generated code can be part of the type at all.</summary>
    internal static bool AllowAnotherPart(RecordShape shape, List<RecordDiagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        if (!shape.Type.IsRecord)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NotARecord, shape.Location, shape.Type.Name));
        }

        for (INamedTypeSymbol? type = shape.Type; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.FileLocal, shape.Location, type.Name, shape.Type.Name));
            }
        }

        for (INamedTypeSymbol? type = shape.Type.IsRecord ? shape.Type : null; type is not null; type = type.ContainingType)
        {
            if (!shape.IsPartial(type))
            {
                diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NotPartial, shape.Location, type.Name, shape.Type.Name));
            }
        }

        return diagnostics.Count == before;
    }

    internal static void Check(RecordShape shape, TypeModel type, List<RecordDiagnostic> diagnostics)
    {
        if (type is { IsAbstract: true, MaxSize: > 0 })
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.IdleOption, shape.Location, shape.Type.Name, "MaxSize", "an abstract record is never written by itself"));
        }

        if (shape.IsGeneric)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.Generic, shape.Location, shape.Type.Name));
        }

        if (shape.Type is { IsValueType: false, IsSealed: false, IsAbstract: false })
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NotSealed, shape.Location, shape.Type.Name));
        }

        CheckConstructors(shape, diagnostics);
        CheckNames(shape, diagnostics);
        CheckConversion(shape, diagnostics);
    }

    private static void CheckConstructors(RecordShape shape, List<RecordDiagnostic> diagnostics)
    {
        if (shape.Type.IsAbstract)
        {
            return; // it is never built: the records that derive from it are
        }

        if (shape.HasImplicitParameterlessConstructor && shape.Base is { } parent && !CanCall(parent, constructor => constructor.Parameters.IsEmpty))
        {
            string remedy = CanCall(parent, constructor => !constructor.IsImplicitlyDeclared) ? "add a parameter list that passes arguments on" : "make one accessible to derived records";
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NoConstructor, shape.Location, shape.Type.Name, $"its base '{parent.Name}' has no parameterless constructor that it can call; {remedy}"));
        }
        else if (shape.PrimaryConstructor is null && shape.ParameterlessConstructor is null)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NoConstructor, shape.Location, shape.Type.Name, "its constructors all have parameters and none is primary; add a parameterless one, or move the parameters into the record's declaration"));
        }
        else if (shape.Type.IsValueType && shape.PrimaryConstructor is null && shape.ParameterlessConstructor!.IsImplicitlyDeclared && shape.HasInitializers)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.InitializersNotRun, shape.Location, shape.Type.Name));
        }
    }

    private static bool CanCall(INamedTypeSymbol type, Func<IMethodSymbol, bool> isOne) =>
        type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility != Accessibility.Private && isOne(constructor));

    private static void CheckNames(RecordShape shape, List<RecordDiagnostic> diagnostics)
    {
        foreach (string name in ReservedMembers.All)
        {
            if (shape.Type.Name == name)
            {
                diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NameTaken, shape.Location, name, "has the name of a member that is generated", "rename it"));
            }

            foreach (ISymbol member in shape.Type.GetMembers(name).Where(member => !ReservedMembers.IsOurs(member)).Take(1))
            {
                string remedy = member is IPropertySymbol ? "rename it, and keep its key with [MetadataKey]" : "rename or remove it";
                diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NameTaken, member.Locations[0], shape.Type.Name, $"declares '{name}', which is generated", remedy));
            }
        }
    }

    private static void CheckConversion(RecordShape shape, List<RecordDiagnostic> diagnostics)
    {
        if (shape.Conversion is IMethodSymbol conversion)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.NameTaken, conversion.Locations[0], shape.Type.Name, "declares a conversion to Metadata, which is generated", "remove it"));
        }
    }
}
