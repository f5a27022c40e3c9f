using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfRecords;

/// <summary>A class <c>Keys</c> of the user's that the generated one hides inside a record: TMD017. In an interpolated string nothing else would say so.</summary>
internal static class HiddenClassRule
{
    internal static void Check(IPropertyReferenceOperation reference, Action<Diagnostic> report)
    {
        INamedTypeSymbol keys = reference.Property.ContainingType;
        if (keys.Name != ReservedMembers.Keys
            || keys.ContainingType is not INamedTypeSymbol record
            || !ReservedMembers.IsOurs(keys)
            || reference.Syntax is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name })
        {
            return;
        }

        if (HiddenBy(record) is INamedTypeSymbol hidden)
        {
            string full = hidden.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            report(Diagnostic.Create(RecordRuleDescriptors.HidesKeys, name.GetLocation(), ReservedMembers.Keys, hidden.ToDisplayString(), full, $"{record.Name}.{ReservedMembers.Keys}"));
        }
    }

    /// <summary>The class in the types and namespaces around the record that its name would mean there.</summary>
    private static INamedTypeSymbol? HiddenBy(INamedTypeSymbol record)
    {
        for (INamespaceOrTypeSymbol? around = record.ContainingSymbol as INamespaceOrTypeSymbol; around is not null; around = around.ContainingSymbol as INamespaceOrTypeSymbol)
        {
            if (around.GetTypeMembers(ReservedMembers.Keys, arity: 0).FirstOrDefault() is INamedTypeSymbol hidden)
            {
                return hidden;
            }
        }

        return null;
    }
}
