using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedMetadata.Generator;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD016 and TMD033: what another source generator adds to the project, which ours cannot see.</summary>
public sealed class OtherGeneratorTests
{
    private const string Names = """
        public static class Names
        {
            public const string Tenant = "tenant";
            public const string Prefix = "x-acme-";
            public const string Bag = "x-bag-";
            public const string Format = "ms";
            public const bool Secret = true;
            public const int Tries = 3;
            public const TypedMetadata.MetadataPositions Position = TypedMetadata.MetadataPositions.Trailing;
            public const TypedMetadata.DuplicatePolicy Duplicates = TypedMetadata.DuplicatePolicy.Last;
            public const TypedMetadata.MalformedValuePolicy OnMalformed = TypedMetadata.MalformedValuePolicy.UseDefault;
            public const Grpc.Core.StatusCode Status = Grpc.Core.StatusCode.Unauthenticated;
        }
        """;

    public static TheoryData<string> Constants =>
    [
        "[GrpcMetadata({|TMD033:Names.Position|})] public sealed partial record A(string X);",
        "[GrpcMetadata(Prefix = {|TMD033:Names.Prefix|})] public sealed partial record A(string X);",
        "[GrpcMetadata(MaxSize = {|TMD033:Names.Tries|})] public sealed partial record A(string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD033:Names.Tenant|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD033:\"x-\" + Names.Tenant|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = {|TMD033:Names.Secret|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(AllowComma = {|TMD033:Names.Secret|}, Sensitive = true)] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Duplicates = {|TMD033:Names.Duplicates|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(PercentEncoded = {|TMD033:Names.Secret|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(AllowEmpty = {|TMD033:Names.Secret|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Required = {|TMD033:Names.Secret|})] string[] X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Format = {|TMD033:Names.Format|})] TimeSpan X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Separator = {|TMD033:Names.Tenant|})] string[] X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Scheme = {|TMD033:Names.Tenant|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(OnMalformed = {|TMD033:Names.OnMalformed|})] string? X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(ErrorStatusCode = {|TMD033:Names.Status|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(MaxItems = {|TMD033:Names.Tries|})] string[] X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(Aliases = {|TMD033:new[] { \"y\", Names.Tenant }|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataKey(\"user-agent\", ReadOnly = {|TMD033:Names.Secret|})] string X);",
        "[GrpcMetadata] public sealed partial record A([MetadataPrefix({|TMD033:Names.Bag|})] IReadOnlyDictionary<string, string> X);",
        "[GrpcMetadata] public sealed partial record A([MetadataPrefix(\"x-bag-\", Sensitive = {|TMD033:Names.Secret|})] IReadOnlyDictionary<string, string> X);",
        "[GrpcMetadata] public sealed partial record A(string X) { [MetadataKey({|TMD033:Names.Tenant|})] public string? Y { get; init; } }",
        "[GrpcMetadata] public sealed partial record A(string X, int Attempt = {|TMD033:Names.Tries|});",
        "[GrpcMetadata] public sealed partial record A(string X, int? Attempt = {|TMD033:Names.Tries|}, string Y = {|TMD033:Names.Tenant|});",
        "[GrpcMetadata] public sealed partial record A(string X, [MetadataIgnore] int Attempt = {|TMD033:Names.Tries + 1|});",
        "public enum E { [System.Runtime.Serialization.EnumMember(Value = Names.Tenant)] One } [GrpcMetadata] public sealed partial record A(E[] {|TMD033:X|});",
    ];

    [Theory]
    [MemberData(nameof(Constants))]
    public async Task TMD033_constant_of_another_generator_is_an_error_in_generated_code(string marked)
    {
        string source = "using System;\nusing System.Collections.Generic;\nusing TypedMetadata;\n" + marked;
        (string plain, List<TextSpan> expected) = Unmark(source, "TMD033");
        Compilation finished = Generate(plain, Names);
        Diagnostic[] errors = [.. finished.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("CS0619", error.Id));
        Assert.All(errors, error => Assert.Contains("TMD033: ", error.GetMessage(null), StringComparison.Ordinal));
        Diagnostic reported = Assert.Single(await AnalyzeAsync(finished));
        Assert.Equal("TMD016", reported.Id);
        Assert.Contains("TMD033: ", reported.GetMessage(null), StringComparison.Ordinal);

        // What the generator saw.
        IEnumerable<Diagnostic> seen = (await AnalyzeAsync(Generation.Generate(Sources.Compile(plain)))).Where(diagnostic => diagnostic.Id == "TMD033");
        Assert.Equal(expected, seen.Select(diagnostic => diagnostic.Location.SourceSpan));
    }

    [Theory]
    [MemberData(nameof(Constants))]
    public async Task TMD033_constant_of_the_project_or_of_another_assembly_is_known(string marked)
    {
        string source = "using System;\nusing System.Collections.Generic;\nusing TypedMetadata;\n" + Unmark(marked, "TMD033").Source;
        using MemoryStream image = new();
        Assert.True(Sources.Compile(Names).WithAssemblyName("Library").Emit(image).Success);
        Compilation[] known = [Sources.Compile(source, Names), Sources.Compile(source).AddReferences(MetadataReference.CreateFromImage(image.ToArray()))];
        foreach (Compilation compilation in known)
        {
            Assert.DoesNotContain(await AnalyzeAsync(Generation.Generate(compilation)), diagnostic => diagnostic.Id is "TMD033" or "TMD016");
        }
    }

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD016:A|}(OrderId X);", "public readonly record struct OrderId(int Value) : System.IParsable<OrderId>, System.IFormattable { public static OrderId Parse(string s, System.IFormatProvider? p) => default; public static bool TryParse(string? s, System.IFormatProvider? p, out OrderId id) { id = default; return true; } public string ToString(string? f, System.IFormatProvider? p) => \"\"; }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD016:A|}(Plan X);", "public enum Plan { Basic }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD016:A|}(OrderId X); public partial record struct OrderId(int Value);", "public partial record struct OrderId : System.IParsable<OrderId>, System.IFormattable { public static OrderId Parse(string s, System.IFormatProvider? p) => default; public static bool TryParse(string? s, System.IFormatProvider? p, out OrderId id) { id = default; return true; } public string ToString(string? f, System.IFormatProvider? p) => \"\"; }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD016:A|}(string X);", "partial record A { public string? Added { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD016:A|}(string X); [GrpcMetadata] public sealed partial record Inner(string Y);", "partial record A { public Inner? Added { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD016:A|}(Plan X); public enum Plan { Basic }", "public static class Unused;", "partial record A { [TypedMetadata.MetadataKey] private int? More { get; init; } }")]
    public async Task TMD016_is_reported_where_the_finished_record_is_not_what_the_generator_saw(string marked, params string[] added)
    {
        (string source, List<TextSpan> expected) = Unmark("using TypedMetadata;\n" + marked, "TMD016");
        Diagnostic reported = Assert.Single(await AnalyzeAsync(Generate(source, added)));
        Assert.Equal(("TMD016", Assert.Single(expected)), (reported.Id, reported.Location.SourceSpan));
    }

    [Fact]
    public async Task TMD016_is_reported_of_a_record_that_only_another_generator_declares()
    {
        Diagnostic reported = Assert.Single(await AnalyzeAsync(Generate("", "[TypedMetadata.GrpcMetadata] public sealed partial record A(string X);")));
        Assert.Equal("TMD016", reported.Id);
        Assert.Contains("the generator did not see it", reported.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TMD016_is_not_reported_where_another_generator_adds_what_is_no_metadata() => Assert.Empty(await AnalyzeAsync(Generate(
        "using TypedMetadata; [GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X, byte[] Y); [GrpcMetadata] public abstract partial record B(byte[] X);",
        "partial record A { public string Both => X + Y; public static int Count; }")));

    private static Compilation Generate(string source, params string[] added)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MetadataGenerator().AsSourceGenerator(), new OtherGenerator(added).AsSourceGenerator()], parseOptions: Sources.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(Sources.Compile(source), out Compilation finished, out _);
        return finished;
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation finished) =>
        [.. (await finished.WithAnalyzers([new MetadataAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Id is "TMD016" or "TMD033")];

    private static (string Source, List<TextSpan> Expected) Unmark(string marked, string id)
    {
        StringBuilder source = new();
        List<TextSpan> expected = [];
        string[] parts = marked.Split("{|" + id + ":");
        source.Append(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf("|}", StringComparison.Ordinal);
            expected.Add(new TextSpan(source.Length, end));
            source.Append(part, 0, end).Append(part, end + 2, part.Length - end - 2);
        }

        return (source.ToString(), expected);
    }

    // Like Vogen or StronglyTypedId: what it adds, no other generator sees.
    private sealed class OtherGenerator(string[] sources) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, (output, _) =>
        {
            for (int i = 0; i < sources.Length; i++)
            {
                output.AddSource($"Other{i}.g.cs", SourceText.From("#nullable enable\n" + sources[i], Encoding.UTF8));
            }
        });
    }
}
