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

            public void Deconstruct(out string id) => id = Id;
        }

        [GrpcMetadata]
        public sealed partial record Hidden(string Open)
        {
            internal string? TenantId { get; init; }

            [MetadataKey("x-id")]
            private string? Id { get; init; }

            [MetadataPrefix("x-bag-")]
            internal System.Collections.Generic.IReadOnlyDictionary<string, string>? Bag { get; init; }
        }

        [GrpcMetadata]
        public sealed partial record WithoutParameters
        {
            [MetadataKey("x-id")]
            public string Id { get; init; } = "";
        }

        [GrpcMetadata]
        public readonly partial record struct Struct([MetadataKey("x-id")] string Id, [MetadataIgnore] string? Skipped = null);
        """);

    [Theory]
    [InlineData("string Id, Elsewhere.Class Inner", null)]
    [InlineData("string Skipped, Elsewhere.Class Inner", null)]
    [InlineData("string Id, Elsewhere.Struct Inner", null)]
    [InlineData("string Skipped, Elsewhere.Struct? Inner", null)]
    [InlineData("string Id, Elsewhere.WithoutParameters Inner", null)]
    [InlineData("[MetadataKey(\"x-id\")] string Other, Elsewhere.WithoutParameters Inner", "TMD027")]
    [InlineData("[MetadataKey(\"x-id\")] string Other, Elsewhere.Class Inner", "TMD027")]
    [InlineData("[MetadataKey(\"x-id\")] string Other, Elsewhere.Struct Inner", "TMD027")]
    [InlineData("string Other, Elsewhere.Hidden Inner", null)]
    [InlineData("string TenantId, Elsewhere.Hidden Inner", "TMD027")]
    [InlineData("[MetadataKey(\"x-id\")] string Other, Elsewhere.Hidden Inner", "TMD027")]
    [InlineData("[MetadataKey(\"x-bag-a\")] string Other, Elsewhere.Hidden Inner", "TMD028")]
    public async Task Attributes_on_parameters_of_another_assembly_count(string parameters, string? expected)
    {
        Compilation compilation = Sources.Compile($"using TypedMetadata;\n[GrpcMetadata] public sealed partial record Outer({parameters});").AddReferences(_elsewhere);
        IEnumerable<Diagnostic> diagnostics = (await Generation.AnalyzeAsync(compilation)).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        Assert.Equal(expected is null ? [] : [expected], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Record_of_an_assembly_that_was_built_without_the_generator_has_no_wire_form()
    {
        MetadataReference bare = Emit(Sources.Compile("[TypedMetadata.GrpcMetadata] public sealed partial record Bare(string Id);").WithAssemblyName("Bare"));
        Compilation compilation = Sources.Compile("[TypedMetadata.GrpcMetadata] public sealed partial record Outer([TypedMetadata.MetadataKey(\"x\")] string X, Bare Inner);").AddReferences(bare);
        Diagnostic diagnostic = Assert.Single(await Generation.AnalyzeAsync(compilation));
        Assert.Equal("TMD040", diagnostic.Id);
        Assert.Contains("because its assembly was built without the generator", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", true)]
    [InlineData("global,other", false)]
    public async Task Type_behind_an_alias_has_no_wire_form(string aliases, bool isReported)
    {
        MetadataReference library = Emit(Sources.Compile("public enum Level { Low }").WithAssemblyName("Levels")).WithAliases(aliases.Split(','));
        Compilation compilation = Sources.Compile("extern alias other; [TypedMetadata.GrpcMetadata] public sealed partial record Aliased(other::Level[] X, string Y);").AddReferences(library);
        Diagnostic[] reported = [.. (await Generation.AnalyzeAsync(compilation)).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
        Assert.Equal(isReported ? ["TMD040"] : [], reported.Select(diagnostic => diagnostic.Id));
        Assert.All(Generation.Generate(compilation).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), error => Assert.Equal("CS0619", error.Id));
    }

    private static MetadataReference Emit(string source) => Emit(Generation.Generate(Sources.Compile(source).WithAssemblyName("Elsewhere")));

    private static MetadataReference Emit(Compilation compilation)
    {
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
