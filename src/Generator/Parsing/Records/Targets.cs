using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Asks a compilation what generated code may use. What other generators add is not seen.</summary>
internal static class Targets
{
    private static readonly ConditionalWeakTable<Compilation, TargetModel> _models = new();

    internal static TargetModel In(Compilation compilation) => _models.GetValue(compilation, static compilation => new TargetModel(
        compilation.GetTypeByMetadataName("TypedMetadata.IGrpcMetadata`1")?.GetMembers("Descriptor").IsEmpty == false,
        Count(compilation, "System.Diagnostics.CodeAnalysis.NotNullIfNotNullAttribute") == 1 && Count(compilation, "System.Diagnostics.CodeAnalysis.MaybeNullWhenAttribute") == 1,
        Count(compilation, "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") == 1,
        Count(compilation, "System.Runtime.CompilerServices.IsExternalInit") != 0));

    // Other assemblies may have one of their own, and even show it to this one: of two, neither can be named.
    private static int Count(Compilation compilation, string name) =>
        compilation.GetTypesByMetadataName(name).Count(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
}
