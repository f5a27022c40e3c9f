using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What the declaration of a typed client or service must be: TMD120 and TMD126.</summary>
internal static class CallsShapeRules
{
    /// <summary>The property of the diagnostic with the modifier that is missing, for the code fixes.</summary>
    internal const string Modifier = "Modifier";

    private const string Client = "Client";
    private const string Generated = "Generated";

    /// <summary>Whether generated code can be part of the class at all.</summary>
    internal static bool AllowAnotherPart(CallsContext context)
    {
        INamedTypeSymbol type = context.Type;
        if (type.TypeKind != TypeKind.Class)
        {
            return false; // C# reports that the attribute is for classes
        }

        int before = context.Diagnostics.Count;
        for (INamedTypeSymbol? one = type; one is not null; one = one.ContainingType)
        {
            if (one.IsFileLocal)
            {
                Report(context, one, "is file-local, so no other file can add code to it", "remove 'file'");
            }
            else if (!RecordShape.IsPartial(one, context.Cancellation))
            {
                Report(context, one, "is not partial, so no code can be added", "add 'partial' to its declaration", "partial");
            }
        }

        if (type.GetAttributes().Any(other => CallsParser.IsOurs(other.AttributeClass) && other.AttributeClass!.Name != context.Attribute.AttributeClass!.Name))
        {
            Report(context, type, "is both a typed client and a typed service", "declare a class for each");
        }
        else if (type.IsStatic)
        {
            Report(context, type, "is static, so it has no instance to call", "remove 'static'");
        }
        else if (context.IsService && type.IsRecord)
        {
            Report(context, type, "is a record, which cannot derive from the service's base class", "make it a class");
        }
        else if (context.IsService && !type.IsAbstract)
        {
            Report(context, type, "is not abstract, but its generated methods are", "add 'abstract', and handle the calls in a derived class", "abstract");
        }
        else if (!context.IsService && type.InstanceConstructors.Any(constructor => IsPrimary(constructor, context.Cancellation)))
        {
            Report(context, type, "has a parameter list, but its constructors are generated", "remove the parameter list");
        }
        else if (context.IsService && type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } parent && !Derives(parent, context.Target))
        {
            Report(context, type, $"derives from '{parent.Name}', which is not the base class that [TypedService] names", "remove its base");
        }
        else if (context is { IsService: true, Target: INamedTypeSymbol target } && Visibilities.Of(type, [target]) != Visibilities.Public)
        {
            Report(context, type, $"is public, but its base class '{target.Name}' is not", "make it internal");
        }

        return context.Diagnostics.Count == before;
    }

    /// <summary>Whether the user's own members leave the names free that are generated.</summary>
    internal static void CheckNames(List<Rpc> rpcs, CallsContext context)
    {
        INamedTypeSymbol type = context.Type;
        foreach (Rpc rpc in rpcs)
        {
            if (rpc.Name == type.Name)
            {
                Take(rpc, type, "has the name of an RPC, whose method is generated", "rename the class", context);
            }
            else if (Own(type, rpc.Name) is ISymbol member)
            {
                Take(rpc, member, $"is declared in '{type.Name}', but the method of that RPC is generated", "rename it", context);
            }
        }

        if (!context.IsService)
        {
            CheckClientProperty(rpcs, context);
            CheckConstructors(context);
        }
    }

    // The class or an RPC may have the property's name.
    private static void CheckClientProperty(List<Rpc> rpcs, CallsContext context)
    {
        string free = rpcs.Exists(rpc => rpc.Name == Client) || context.Type.Name == Client ? Generated + Client : Client;
        context.ClientProperty = free;
        if (Own(context.Type, free) is ISymbol client)
        {
            context.ClientProperty = Generated + free;
            context.Report(CallRuleDescriptors.NameTaken, client.Locations[0], client.Name, $"is declared in '{context.Type.Name}', but the property with protoc's client is generated", "rename it");
        }
    }

    private static void CheckConstructors(CallsContext context)
    {
        foreach (IMethodSymbol constructor in context.Type.InstanceConstructors.Where(one => !one.IsImplicitlyDeclared && !ReservedMembers.IsOurs(one)))
        {
            if (constructor.Parameters is [{ Type: var argument }] && (Rpc.IsGrpc(argument, "ChannelBase") || Rpc.IsGrpc(argument, "CallInvoker") || SymbolEqualityComparer.Default.Equals(argument, context.Target)))
            {
                context.Constructors.Remove(argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
                context.Report(CallRuleDescriptors.NameTaken, constructor.Locations[0], context.Type.Name, $"has a constructor that takes a '{argument.Name}', which is generated", "remove it");
            }
        }
    }

    private static void Take(Rpc rpc, ISymbol place, string problem, string remedy, CallsContext context)
    {
        context.Taken.Add(rpc.Name);
        context.Report(CallRuleDescriptors.NameTaken, place.Locations[0], place.Name, problem, remedy);
    }

    private static ISymbol? Own(INamedTypeSymbol type, string name) => type.GetMembers(name).FirstOrDefault(member => !member.IsImplicitlyDeclared && !ReservedMembers.IsOurs(member));

    private static void Report(CallsContext context, INamedTypeSymbol type, string problem, string remedy, string? modifier = null) =>
        context.Diagnostics.Add(new(CallRuleDescriptors.BadDeclaration, context.Location, type.Name, problem, remedy)
        {
            Properties = ImmutableDictionary<string, string?>.Empty.Add(Modifier, modifier),
        });

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol? target) => target is null || type.BasesAndSelf().Contains(target, SymbolEqualityComparer.Default);

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax);
}
