using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator;
using TypedMetadata.Generator.Model;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>What holds for every case.</summary>
public sealed class EveryCaseTests
{
    public static TheoryData<string> Cases => Case.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_compiles_without_a_warning_at_the_highest_level(string name)
    {
        Compilation generated = Generation.Generate(new Case(name).Compilation);
        IEnumerable<string> problems = generated.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && IsGenerated(diagnostic.Location))
            .Where(diagnostic => !Skeletons.IsRejection(diagnostic.Id))
            .Select(diagnostic => diagnostic.ToString());
        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task There_is_no_record_model_if_and_only_if_the_analyzer_reports_a_structural_error(string name)
    {
        Compilation compilation = new Case(name).Compilation;
        ImmutableArray<ParsedModel> models = Models(Generation.NewDriver().RunGenerators(compilation));
        int rejections = Generation.Generate(compilation).GetDiagnostics().Count(diagnostic => Skeletons.IsRejection(diagnostic.Id));
        Assert.Equal(models.OfType<SkeletonModel>().Sum(model => model.Problems.Count), rejections);

        ImmutableArray<Diagnostic> diagnostics = await Generation.AnalyzeAsync(compilation);
        HashSet<string> structural = [.. diagnostics.Where(Skeletons.IsStructural).Select(RecordOf)];
        HashSet<string> withModel = [.. models.Where(model => model is not SkeletonModel).Select(model => model.Type.ConstructorName.TrimStart('@'))];
        Assert.Empty(structural.Intersect(withModel));

        string[] annotated = [.. AnnotatedTypes(compilation)];
        Assert.Equal(annotated.Except(structural).Order(), withModel.Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Second_run_is_cached(string name)
    {
        Compilation compilation = new Case(name).Compilation;
        GeneratorDriver driver = Generation.NewDriver().RunGenerators(compilation);
        Steps.AssertAllCached(driver.RunGenerators(compilation.Clone()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Edit_above_the_record_leaves_every_output_cached(string name)
    {
        Case one = new(name);
        Compilation compilation = one.Compilation;
        GeneratorDriver driver = Generation.NewDriver().RunGenerators(compilation);
        Compilation edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(), Sources.Parse("// one more line\n\n" + one.Input));
        Steps.AssertAllCached(driver.RunGenerators(edited));
    }

    private static ImmutableArray<ParsedModel> Models(GeneratorDriver driver) =>
    [
        .. driver.GetRunResult().Results.Single().TrackedSteps.GetValueOrDefault(MetadataGenerator.ModelStep, [])
            .SelectMany(step => step.Outputs).Select(output => (ParsedModel)output.Value),
    ];

    private static bool IsGenerated(Location location) => location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    // The type that a diagnostic is about is the innermost one around its place.
    private static string RecordOf(Diagnostic diagnostic)
    {
        SyntaxNode node = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan);
        return node.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>().First().Identifier.ValueText;
    }

    private static IEnumerable<string> AnnotatedTypes(Compilation compilation) => compilation.SyntaxTrees.Single().GetRoot().DescendantNodes()
        .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()
        .Where(type => type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "GrpcMetadata"))
        .Select(type => type.Identifier.ValueText);
}
