using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Tests;
using TypedMetadata.Unit.Contract;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD130 to TMD139: the contract file. A mark stands in the file, where the rule is reported.</summary>
public sealed class ContractRuleTests
{
    private const string Caller = """[GrpcMetadata(MaxSize = 4096)] public sealed partial record Caller([MetadataKey(Aliases = ["x-tenant"])] string TenantId, int Attempt = 1, [MetadataKey("proof", Sensitive = true)] string? Proof = null);""";
    private const string End = """[GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows, Guid? Id = null);""";

    [Theory]
    [InlineData("""{ "key": {|TMD130:"attempt"|}, "property": "Attempt",""", "int Attempt = 1, ", "")]
    [InlineData("""{ "key": {|TMD130:"attempt"|}, "property": "Attempt",""", "int Attempt = 1, ", "int Tries = 1, ")]
    [InlineData("""{ "key": {|TMD130:"id"|}, "property": "Id",""", ", Guid? Id = null", "")]
    [InlineData("""{ "key": {|TMD131:"id"|}, "property": "Id",""", "Guid? Id = null", "Guid[]? Id = null")]
    [InlineData("""{ "key": {|TMD132:"rows"|}, "property": "Rows",""", "long Rows", "string Rows")]
    [InlineData("""{ "key": {|TMD133:"attempt"|}, "property": "Attempt",""", "int Attempt = 1, ", "int Attempt, ")]
    [InlineData("""{ "name": "Caller", "type": {|TMD133:"Caller"|},""", "int Attempt = 1, ", "int Attempt = 1, [MetadataKey(\"new\")] string New = default!, ")]
    [InlineData("""{ "key": {|TMD134:"rows"|}, "property": "Rows",""", "long Rows", "long? Rows = null")]
    [InlineData("""{ "key": {|TMD135:"proof"|}, "property": "Proof",""", ", Sensitive = true", "")]
    [InlineData("""{ "name": "Caller", "type": {|TMD136:"Caller"|},""", "MaxSize = 4096", "MaxSize = 4095")]
    [InlineData("""{ "key": {|TMD137:"tenant-id"|}, "property": "TenantId",""", "[MetadataKey(Aliases = [\"x-tenant\"])] ", "")]
    [InlineData("""{ "name": "End", "type": {|TMD138:"End"|},""", End, "")]
    [InlineData("""{ "name": "End", "type": {|TMD138:"End"|},""", "MetadataPositions.Trailing", "MetadataPositions.Initial")]
    public Task TMD130_to_TMD138_are_reported_where_the_file_names_what_has_changed(string marked, string before, string after)
    {
        string source = "using System;\nusing TypedMetadata;\n" + Caller + "\n" + End;
        Assert.Contains(before, source, StringComparison.Ordinal);
        return VerifyAsync(source, source.Replace(before, after, StringComparison.Ordinal), marked);
    }

    [Theory]
    [InlineData("", "[TypedClient<Greeter.GreeterClient>] public sealed partial class Calls;", """{ "name": {|TMD138:"List"|}, "kind":""", "virtual AsyncServerStreamingCall<HelloReply> List(HelloRequest request, CallOptions", "AsyncServerStreamingCall<HelloReply> List(HelloRequest request, CallOptions")]
    [InlineData("RequestMetadata<Caller>(Method = \"Say\")", "", """{ "name": {|TMD138:"Say"|}, "kind":""", "", "")]
    [InlineData("TrailingMetadata<End>(Method = \"Say\")", "TrailingMetadata<Stamp>(Method = \"Say\")", """{ "name": {|TMD133,TMD138:"Say"|}, "kind":""", "", "")]
    public async Task TMD133_and_TMD138_of_an_RPC(string before, string after, string marked, string inProtoc, string nowInProtoc)
    {
        string Source(string attributes) => attributes.StartsWith('[') ? attributes : $"[TypedClient<Greeter.GreeterClient>{(attributes.Length == 0 ? "" : ", " + attributes)}] public sealed partial class Calls;";
        Compilation old = Compile(CallSource.Usings + Source(before), CallSource.Protoc, CallSource.Records);
        Compilation now = Compile(CallSource.Usings + Source(after), inProtoc.Length == 0 ? CallSource.Protoc : CallSource.Protoc.Replace(inProtoc, nowInProtoc, StringComparison.Ordinal), CallSource.Records);
        await VerifyAsync(old, now, marked);
    }

    [Fact]
    public async Task TMD130_to_TMD138_are_not_reported_of_harmless_changes() => Assert.Empty(await ContractSource.AnalyzeAsync(
        Compile("using System;\nusing TypedMetadata;\n" + Caller.Replace("int Attempt = 1", "int Attempt = 2, string? More = null", StringComparison.Ordinal) + End.Replace("record End", "record Ended", StringComparison.Ordinal)),
        FileOf(Compile("using System;\nusing TypedMetadata;\n" + Caller + End))));

    [Theory]
    [InlineData("""{ "version": 1, "records": {|TMD139:{}|} }""")]
    [InlineData("""{ "version": {|TMD139:2|} }""")]
    [InlineData("""{ "version": 1,{|TMD139:|}""")]
    [InlineData("""{ "version": 1, "records": [ {|TMD139:{|} "name": "Caller" } ] }""")]
    public Task TMD139_file_that_cannot_be_read(string marked) => VerifyFileAsync(Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string TenantId);"), marked);

    [Fact]
    public async Task TMD139_file_that_does_not_exist()
    {
        Diagnostic diagnostic = Assert.Single(await ContractSource.AnalyzeAsync(Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string TenantId);"), file: null));
        Assert.Equal("TMD139: The contract file 'metadata.contract.json' does not exist: run dotnet build -p:UpdateTypedMetadataContract=true", $"{diagnostic.Id}: {diagnostic.GetMessage()}");
    }

    [Fact]
    public async Task TMD139_is_not_reported_of_a_project_without_metadata() => Assert.Empty(await ContractSource.AnalyzeAsync(Compile("public sealed record Plain(string Text);"), file: null));

    [Fact]
    public async Task Message_says_subject_problem_and_remedy()
    {
        Diagnostic diagnostic = Assert.Single(await ContractSource.AnalyzeAsync(
            Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name);"),
            FileOf(Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name, int? Number);"))));
        Assert.Equal(
            "The key 'number' of 'Caller' was removed, so values of old clients are ignored, and old servers miss what new clients no longer send: keep it; if it was renamed, add Aliases = [\"number\"]",
            diagnostic.GetMessage());
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal((ContractSource.Path, "          \"key\": "), (place.Path, FileOf(Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name, int? Number);")).Split('\n')[place.StartLinePosition.Line][..place.StartLinePosition.Character]));
    }

    [Theory]
    [InlineData(ReportDiagnostic.Warn, 1)]
    [InlineData(ReportDiagnostic.Suppress, 0)]
    public async Task Rules_can_be_configured_for_the_whole_project(ReportDiagnostic setting, int reported)
    {
        Compilation compilation = Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name);");
        string file = FileOf(Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name, int? Number);"));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["TMD130"] = setting }));
        Assert.Equal(reported, (await ContractSource.AnalyzeAsync(compilation, file)).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
        Assert.Equal(reported, Run(compilation, file).Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "TypedMetadataAnalyzersRun", "")]
    [InlineData(false, "TypedMetadataAnalyzersRun", "true")]
    [InlineData(false, "UpdateTypedMetadataContract", "true")]
    [InlineData(false, "TypedMetadataContract", " ")]
    public async Task Generator_reports_what_the_analyzer_would_where_analyzers_do_not_run(bool isReported, params string[] properties)
    {
        Compilation compilation = Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name);");
        string file = FileOf(Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name, int? Number);"));
        (string, string)[] set = [.. properties.Chunk(2).Select(pair => (pair[0], pair[1]))];
        ImmutableArray<Diagnostic> byGenerator = Run(compilation, file, set).Diagnostics;
        Assert.Equal(isReported, byGenerator.Length == 1);
        if (isReported)
        {
            Assert.Equal(Assert.Single(await ContractSource.AnalyzeAsync(compilation, file)).ToString(), byGenerator[0].ToString());
        }
    }

    [Fact]
    public async Task Nothing_is_reported_in_a_build_that_updates_the_file()
    {
        Compilation compilation = Compile("using TypedMetadata; [GrpcMetadata] public sealed partial record Caller(string? Name);");
        Assert.Empty(await ContractSource.AnalyzeAsync(compilation, "{", ("UpdateTypedMetadataContract", "true")));
        GeneratorDriverRunResult result = Run(compilation, "{", ("UpdateTypedMetadataContract", "true"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal($"#if TYPEDMETADATA_CONTRACT\n{FileOf(compilation)}#endif\n", Assert.Single(result.GeneratedTrees).ToString());
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("{}", 1)]
    public void Empty_contract_is_written_only_over_another(string? file, int written) =>
        Assert.Equal(written, Run(Compile("public sealed record Plain(string Text);"), file, ("UpdateTypedMetadataContract", "true")).GeneratedTrees.Length);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed record Broken(string Name);")]
    [InlineData("[GrpcMetadata] public sealed partial record Broken([MetadataKey(\"x\")] byte[] Name);")]
    [InlineData("[TypedClient<string>] public sealed partial class Broken;")]
    public async Task Nothing_is_reported_while_a_structural_rule_is_broken(string broken)
    {
        Compilation compilation = Compile("using TypedMetadata; " + broken);
        Assert.Empty(await ContractSource.AnalyzeAsync(compilation, file: null));
        Assert.Empty(Run(compilation, null, ("UpdateTypedMetadataContract", "true")).GeneratedTrees);
    }

    private static string FileOf(Compilation compilation) => ContractWriter.Write(ContractSource.Current(compilation));

    private static GeneratorDriverRunResult Run(Compilation compilation, string? file, params (string, string)[] properties) =>
        ContractSource.NewDriver(file, properties).RunGenerators(compilation).GetRunResult();

    private static Compilation Compile(params string[] sources) => ContractSource.WithoutOurs(Sources.Compile(sources));

    private static Task VerifyAsync(string before, string after, string marked) => VerifyAsync(Compile(before), Compile(after), marked);

    // The file of the old code with the mark in place of what is marked, in which the spaces do not count.
    private static async Task VerifyAsync(Compilation before, Compilation after, string marked)
    {
        string file = string.Join(' ', FileOf(before).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string plain = System.Text.RegularExpressions.Regex.Replace(marked, @"\{\|[A-Z0-9,]+:(.*?)\|\}", "$1");
        Assert.Contains(plain, file, StringComparison.Ordinal);
        await VerifyFileAsync(after, file.Replace(plain, marked, StringComparison.Ordinal));
    }

    private static async Task VerifyFileAsync(Compilation compilation, string marked)
    {
        (string file, List<(string Id, Microsoft.CodeAnalysis.Text.TextSpan Span)> expected) = MarkedSource.Parse(marked);
        ImmutableArray<Diagnostic> reported = await ContractSource.AnalyzeAsync(compilation, file);
        Assert.Equal(expected.Select(one => $"{one.Id} {one.Span}"), reported.Select(one => $"{one.Id} {one.Location.SourceSpan}"));
    }
}
