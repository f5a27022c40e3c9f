using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedMetadata.Benchmarks.Code;

/// <summary>A project as an editor holds it: parsed files, of which the first is being typed in.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.CSharp12);
    private static readonly ImmutableArray<MetadataReference> _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private Compilation _compilation;
    private GeneratorDriver _driver;
    private int _keystrokes;

    internal Project(string[] sources, IIncrementalGenerator generator)
    {
        _compilation = Compile(Parse(sources));
        _driver = NewDriver(generator).RunGenerators(_compilation);
    }

    /// <summary>The driver after a keystroke in the first file, which no record depends on.</summary>
    internal GeneratorDriver Type()
    {
        SyntaxTree before = _compilation.SyntaxTrees.First();
        _compilation = _compilation.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText(SourceText.Unrelated + " // " + _keystrokes++, _parseOptions));
        return _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>What generates the whole project as if it was opened anew.</summary>
    internal static Func<GeneratorDriver> Cold(string[] sources, IIncrementalGenerator generator)
    {
        SyntaxTree[] trees = Parse(sources);

        // New nodes each time, without parsing: nothing that is kept by node may be found again.
        return () => NewDriver(generator).RunGenerators(Compile([.. trees.Select(tree => CSharpSyntaxTree.Create((CSharpSyntaxNode)tree.GetRoot(), _parseOptions))]));
    }

    private static SyntaxTree[] Parse(string[] sources) => [.. sources.Select(source => CSharpSyntaxTree.ParseText(source, _parseOptions))];

    private static CSharpCompilation Compile(SyntaxTree[] trees) => CSharpCompilation.Create(
        "Project", trees, _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static GeneratorDriver NewDriver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: _parseOptions);
}
