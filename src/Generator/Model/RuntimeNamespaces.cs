namespace TypedMetadata.Generator.Model;

/// <summary>The namespaces of the runtime, as generated code spells them out.</summary>
internal static class RuntimeNamespaces
{
    internal const string Root = "global::TypedMetadata.";

    /// <summary>Of what generated code alone calls.</summary>
    internal const string CompilerServices = Root + "CompilerServices.";
}
