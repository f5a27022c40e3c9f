using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Asks a compilation what generated code may use. What other generators add is not seen.</summary>
internal static class Targets
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis.";
    private const string NotNullIfNotNull = "NotNullIfNotNullAttribute";
    private const string MaybeNullWhen = "MaybeNullWhenAttribute";
    private const string SetsRequiredMembers = "SetsRequiredMembersAttribute";

    private static readonly ConditionalWeakTable<Compilation, TargetModel> _models = new();

    /// <summary>The simple names of the attributes that are looked for. A project can declare them itself, so an edit can change what the models of all records depend on.</summary>
    internal static string[] UsedAttributes { get; } = [NotNullIfNotNull, MaybeNullWhen, SetsRequiredMembers];

    internal static TargetModel In(Compilation compilation) => _models.GetValue(compilation, static compilation => new TargetModel(
        compilation.GetTypeByMetadataName("TypedMetadata.IGrpcMetadata`1")?.GetMembers("Descriptor").IsEmpty == false,
        Count(compilation, CodeAnalysis + NotNullIfNotNull) == 1 && Count(compilation, CodeAnalysis + MaybeNullWhen) == 1,
        Count(compilation, CodeAnalysis + SetsRequiredMembers) == 1,
        Count(compilation, "System.Runtime.CompilerServices.IsExternalInit") != 0));

    // Other assemblies may have one of their own, and even show it to this one: of two, neither can be named.
    private static int Count(Compilation compilation, string name) =>
        compilation.GetTypesByMetadataName(name).Count(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
}
