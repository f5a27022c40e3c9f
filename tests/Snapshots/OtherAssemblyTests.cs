using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>A record inside a record that was compiled elsewhere: of it there are symbols and no source.</summary>
public sealed class OtherAssemblyTests
{
    private static readonly MetadataReference _elsewhere = Emit("""
        using TypedMetadata;
        namespace Elsewhere;

        [GrpcMetadata]
        public sealed partial record Class([MetadataKey("x-id")] string Id, [MetadataIgnore] string? Skipped = null)
        {
            public Class(string id) : this(id, null)
            {
            }
        }

        [GrpcMetadata]
        public readonly partial record struct Struct([MetadataKey("x-id")] string Id, [MetadataIgnore] string? Skipped = null);
        """);

    [Theory]
    [InlineData("string Id, Elsewhere.Class Inner", null)]
    [InlineData("string Skipped, Elsewhere.Class Inner", null)]
    [InlineData("string Id, Elsewhere.Struct Inner", null)]
    [InlineData("string Skipped, Elsewhere.Struct? Inner", null)]
    [InlineData("[MetadataKey(\"x-id\")] string Other, Elsewhere.Class Inner", "TMD027")]
    [InlineData("[MetadataKey(\"x-id\")] string Other, Elsewhere.Struct Inner", "TMD027")]
    public async Task What_stands_on_its_parameters_counts(string parameters, string? expected)
    {
        Compilation compilation = Sources.Compile($"using TypedMetadata;\n[GrpcMetadata] public sealed partial record Outer({parameters});").AddReferences(_elsewhere);
        IEnumerable<Diagnostic> complaints = (await Generation.AnalyzeAsync(compilation)).Where(complaint => complaint.Severity != DiagnosticSeverity.Hidden);
        Assert.Equal(expected is null ? [] : [expected], complaints.Select(complaint => complaint.Id));
    }

    private static MetadataReference Emit(string source)
    {
        using MemoryStream image = new();
        Assert.True(Generation.Generate(Sources.Compile(source).WithAssemblyName("Elsewhere")).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
