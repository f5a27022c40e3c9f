using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a record's declaration must be: TMD001 to TMD003, TMD005, TMD007 and TMD010 to TMD012, and TMD047 of its own options.</summary>
internal static class ShapeRules
{
    /// <summary>Whether generated code can be part of the type at all.</summary>
    internal static bool AllowAnotherPart(RecordContext context)
    {
        RecordShape shape = context.Shape;
        int before = context.Diagnostics.Count;
        if (!shape.Type.IsRecord)
        {
            context.Report(RecordRuleDescriptors.NotARecord, shape.Location, shape.Type.Name);
        }

        for (INamedTypeSymbol? type = shape.Type; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                context.Report(RecordRuleDescriptors.FileLocal, shape.Location, type.Name, shape.Type.Name);
            }
        }

        for (INamedTypeSymbol? type = shape.Type.IsRecord ? shape.Type : null; type is not null; type = type.ContainingType)
        {
            if (!RecordShape.IsPartial(type, context.Cancellation))
            {
                context.Report(RecordRuleDescriptors.NotPartial, shape.Location, type.Name, shape.Type.Name);
            }
        }

        return context.Diagnostics.Count == before;
    }

    internal static void Check(RecordContext context)
    {
        RecordShape shape = context.Shape;
        if (context.Record is { IsAbstract: true, MaxSize: > 0 })
        {
            context.Report(RecordRuleDescriptors.IdleOption, shape.Location, shape.Type.Name, "MaxSize", "an abstract record is never written by itself");
        }

        if (shape.IsGeneric)
        {
            context.Report(RecordRuleDescriptors.Generic, shape.Location, shape.Type.Name);
        }

        if (shape.Type is { IsValueType: false, IsSealed: false, IsAbstract: false })
        {
            context.Report(RecordRuleDescriptors.NotSealed, shape.Location, shape.Type.Name);
        }

        CheckConstructors(context);
        CheckNames(context);
        CheckConversion(context);
    }

    private static void CheckConstructors(RecordContext context)
    {
        RecordShape shape = context.Shape;
        if (shape.Type.IsAbstract)
        {
            return; // it is never built: the records that derive from it are
        }

        if (shape.HasImplicitParameterlessConstructor && shape.Base is { } parent && !CanCall(parent, constructor => constructor.Parameters.IsEmpty))
        {
            string remedy = CanCall(parent, constructor => !constructor.IsImplicitlyDeclared) ? "add a parameter list that passes arguments on" : "make one accessible to derived records";
            context.Report(RecordRuleDescriptors.NoConstructor, shape.Location, shape.Type.Name, $"its base '{parent.Name}' has no parameterless constructor that it can call; {remedy}");
        }
        else if (shape.PrimaryConstructor is null && shape.ParameterlessConstructor is null)
        {
            context.Report(RecordRuleDescriptors.NoConstructor, shape.Location, shape.Type.Name, "its constructors all have parameters and none is primary; add a parameterless one, or move the parameters into the record's declaration");
        }
        else if (shape.Type.IsValueType && shape.PrimaryConstructor is null && shape.ParameterlessConstructor!.IsImplicitlyDeclared && shape.HasInitializers)
        {
            context.Report(RecordRuleDescriptors.InitializersNotRun, shape.Location, shape.Type.Name);
        }
    }

    private static bool CanCall(INamedTypeSymbol type, Func<IMethodSymbol, bool> isOne) =>
        type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility != Accessibility.Private && isOne(constructor));

    private static void CheckNames(RecordContext context)
    {
        RecordShape shape = context.Shape;
        foreach (string name in ReservedMembers.All)
        {
            if (shape.Type.Name == name)
            {
                context.Report(RecordRuleDescriptors.NameTaken, shape.Location, name, "has the name of a member that is generated", "rename it");
            }

            foreach (ISymbol member in shape.Type.GetMembers(name).Where(member => !ReservedMembers.IsOurs(member) && member.CanBeReferencedByName))
            {
                string remedy = member is IPropertySymbol ? "rename it, and keep its key with [MetadataKey]" : "rename or remove it";
                context.Report(RecordRuleDescriptors.NameTaken, member.Locations[0], shape.Type.Name, $"declares '{name}', which is generated", remedy);
            }
        }
    }

    private static void CheckConversion(RecordContext context)
    {
        if (context.Shape.Conversion is IMethodSymbol conversion)
        {
            context.Report(RecordRuleDescriptors.NameTaken, conversion.Locations[0], context.Shape.Type.Name, "declares a conversion to Metadata, which is generated", "remove it");
        }
    }
}
