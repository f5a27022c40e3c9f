using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetadata.Tests;

/// <summary>Makes compilations of source text, at the lowest C# that the generator supports, with everything this test process refers to.</summary>
internal static class Sources
{
    /// <summary>C# 12, the language of the oldest compiler we support, with documentation comments checked.</summary>
    internal static readonly CSharpParseOptions ParseOptions =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp12).WithDocumentationMode(DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TypedMetadata.Generator", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    internal static CSharpCompilation Compile(params string[] sources) => Compile(NullableContextOptions.Enable, sources);

    internal static CSharpCompilation Compile(NullableContextOptions nullable, params string[] sources) => CSharpCompilation.Create(
        "Tested",
        sources.Select((source, index) => Parse(source, $"Source{index}.cs")),
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, warningLevel: 9999));

    internal static SyntaxTree Parse(string source, string path = "Source0.cs") =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);
}
