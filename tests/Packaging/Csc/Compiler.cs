using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.Packaging.Csc;

/// <summary>What csc does with its arguments, as far as a build of the consumers needs it: generators, analyzers, one assembly.</summary>
internal static class Compiler
{
    internal static async Task<int> RunAsync(string[] args)
    {
        CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(args, Directory.GetCurrentDirectory(), sdkDirectory: null);
        List<DiagnosticAnalyzer> analyzers = [];
        List<ISourceGenerator> generators = [];
        foreach (CommandLineAnalyzerReference reference in arguments.AnalyzerReferences)
        {
            AnalyzerFileReference file = new(reference.FilePath, Loader.Instance);
            file.AnalyzerLoadFailed += (_, failure) => Console.WriteLine($"csc : warning CS8032: {file.FullPath} {failure.ErrorCode} {failure.Message}");
            generators.AddRange(file.GetGenerators(LanguageNames.CSharp));
            analyzers.AddRange(file.GetAnalyzers(LanguageNames.CSharp));
        }

        ConfiguredOptions options = new(arguments.AnalyzerConfigPaths);
        CSharpGeneratorDriver.Create(generators, [], arguments.ParseOptions, options)
            .RunGeneratorsAndUpdateCompilation(Compilation(arguments), out Compilation compilation, out ImmutableArray<Diagnostic> found);

        IEnumerable<Diagnostic> all = found.AddRange(analyzers.Count == 0
            ? compilation.GetDiagnostics()
            : await compilation.WithAnalyzers([.. analyzers], new AnalyzerOptions([], options)).GetAllDiagnosticsAsync());
        bool failed = Print(all.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning));
        return failed || !Emit(compilation, arguments) ? 1 : 0;
    }

    private static CSharpCompilation Compilation(CSharpCommandLineArguments arguments) => CSharpCompilation.Create(
        Path.GetFileNameWithoutExtension(arguments.OutputFileName),
        arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(Text(file.Path), arguments.ParseOptions, file.Path)),
        arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
        arguments.CompilationOptions);

    private static SourceText Text(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return SourceText.From(stream);
    }

    private static bool Print(IEnumerable<Diagnostic> diagnostics)
    {
        bool failed = false;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Console.WriteLine(diagnostic);
            failed |= diagnostic.Severity == DiagnosticSeverity.Error;
        }

        return failed;
    }

    // Beside the assembly it leaves a note of which Roslyn that was.
    private static bool Emit(Compilation compilation, CSharpCommandLineArguments arguments)
    {
        File.WriteAllText(Path.Combine(arguments.OutputDirectory, "roslyn.txt"), typeof(Compilation).Assembly.GetName().Version!.ToString());
        using FileStream assembly = File.Create(Path.Combine(arguments.OutputDirectory, arguments.OutputFileName!));
        return compilation.Emit(assembly, manifestResources: arguments.ManifestResources).Success;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        internal static readonly Loader Instance = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
