using Microsoft.CodeAnalysis;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>One odd record never stops the others: a hint name that Roslyn rejects would leave every record without code.</summary>
public sealed class OddNamesTests
{
    private const string Odd = """
        using TypedMetadata;

        [GrpcMetadata] public sealed partial record @class(string @event, int @int = 3);
        [GrpcMetadata] public sealed partial record Größe(string Value);
        [GrpcMetadata] public sealed partial record @required(string @field);
        [GrpcMetadata] public sealed partial record @scoped(string @value);
        [GrpcMetadata] public sealed partial record @file(string @await);
        [GrpcMetadata] public sealed partial record @extension(string @var);
        public partial class @yield { [GrpcMetadata] public sealed partial record @partial(string @where); }

        namespace @namespace.@new
        {
            [GrpcMetadata] public sealed partial record @record(string @record2);
        }

        namespace One
        {
            [GrpcMetadata] public sealed partial record Twin(string Value);
            [GrpcMetadata] public sealed partial record TWIN(string Value);
            [GrpcMetadata] public sealed partial record twin(string Value);

            public partial class Outer
            {
                [GrpcMetadata] public sealed partial record Twin(string Value);
                public partial struct Middle
                {
                    public partial interface Inner
                    {
                        [GrpcMetadata] public sealed partial record Twin(string Value);
                    }
                }
            }

            public partial record OuterRecord
            {
                [GrpcMetadata] private sealed partial record Hidden(string Value);
            }

            public partial class Generic<T>
            {
                [GrpcMetadata] public sealed partial record InGeneric(string Value);
            }
        }

        namespace Two
        {
            [GrpcMetadata] public sealed partial record Twin(string Value);
            [GrpcMetadata] public sealed partial record WithParameters<TOne, TTwo>(string Value);
        }

        namespace one
        {
            [GrpcMetadata] public sealed partial record Twin(string Value);
        }
        """;

    [Fact]
    public void Every_record_gets_its_code()
    {
        Compilation compilation = Sources.Compile(Odd);
        GeneratorDriverRunResult result = Generation.NewDriver().RunGenerators(compilation).GetRunResult();
        Assert.Null(result.Results.Single().Exception);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(18, result.GeneratedTrees.Length);

        IEnumerable<string> errors = Generation.Generate(compilation).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
            .Select(diagnostic => diagnostic.Id);
        Assert.Equal([Skeletons.Rejection, Skeletons.Rejection], errors);
    }

    [Fact]
    public void File_names_differ_by_more_than_case()
    {
        GeneratorDriverRunResult result = Generation.NewDriver().RunGenerators(Sources.Compile(Odd)).GetRunResult();
        string[] names = [.. result.GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath))];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
