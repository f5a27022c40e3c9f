using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Emitting;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfRecords;

/// <summary>Compares a record of the finished compilation with its generated part: TMD016. They differ where another generator adds what ours could not see.</summary>
internal static class GeneratedPart
{
    private const string ElsewhereDeclared = "declare it in a file of your own or in another project, or give the property a [MetadataConverter]";

    /// <summary>What is missing and the remedy; null when the part is complete, or the record breaks a structural rule, which is said by itself.</summary>
    internal static (string Problem, string Remedy)? WhatIsMissing(INamedTypeSymbol type, ParsedModel? model, CancellationToken cancellation)
    {
        if (model is null or SkeletonModel || !model.HasCode)
        {
            return null;
        }

        if (RejectionOf(type) is string rejection)
        {
            return ($"another source generator declares what it needs ({rejection})", ElsewhereDeclared);
        }

        if (!type.GetMembers().Any(member => ReservedMembers.IsOurs(member)))
        {
            return ("the generator did not see it: another source generator or a .razor file declares it", "declare it in a .cs file of your own");
        }

        return model is RecordModel record ? DifferenceOf(type, record, cancellation) : null;
    }

    private static (string Problem, string Remedy)? DifferenceOf(INamedTypeSymbol type, RecordModel record, CancellationToken cancellation)
    {
        if (record.Members.FirstOrDefault(member => !Generated(type, ReservedMembers.Values, member).Any()) is MemberModel unseen)
        {
            return ($"another source generator declares its property '{unseen.Property}'", "declare the property in a part of your own");
        }

        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            KeyModel key = record.Keys[slot];
            string expected = KeysEmitter.TypedKey(slot, key);
            if (!Generated(type, ReservedMembers.TypedKeys, key).Any(field => field.DeclaringSyntaxReferences[0].GetSyntax(cancellation).FirstAncestorOrSelf<FieldDeclarationSyntax>()?.ToString() == expected))
            {
                return ($"another source generator changes what its property '{key.Property}' is", ElsewhereDeclared);
            }
        }

        return null;
    }

    private static IEnumerable<ISymbol> Generated(INamedTypeSymbol type, string within, MemberModel member) =>
        type.GetTypeMembers(within).SelectMany(generated => generated.GetMembers(member.Property.TrimStart('@')));

    // The problem that a skeleton repeats, without the remedy, which cannot be one.
    private static string? RejectionOf(INamedTypeSymbol type)
    {
        AttributeData? obsolete = type.GetMembers(ReservedMembers.Rejection).SelectMany(method => method.GetAttributes()).FirstOrDefault(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute");
        if (obsolete?.ConstructorArguments is not [{ Value: string text }, ..])
        {
            return null;
        }

        int remedy = text.IndexOf(": ", text.IndexOf(": ", StringComparison.Ordinal) + 1, StringComparison.Ordinal);
        return remedy < 0 ? text : text.Substring(0, remedy);
    }
}
