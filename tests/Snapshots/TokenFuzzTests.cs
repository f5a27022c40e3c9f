using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.RulesOfUse;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;
using Xunit.Abstractions;

namespace TypedMetadata.Snapshots;

/// <summary>A file as it is while somebody types: tokens are deleted, doubled and swapped. The variable TOKEN_VARIANTS says how many variants are tried; .ci/nightly tries 500.</summary>
public sealed class TokenFuzzTests(ITestOutputHelper output)
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Threading.Tasks;
        using Grpc.Core;
        using TypedMetadata;

        namespace Acme;

        public enum Plan { Basic, [MetadataFallback] Other }
        [GrpcMetadata] public sealed partial record Caller(string TenantId, Guid RequestId, [MetadataKey("auth-bin", Sensitive = true)] ReadOnlyMemory<byte> Token, int Attempt = 1) { public string? Locale { get; init; } }
        [GrpcMetadata(MetadataPositions.Initial)] public sealed partial record Begin(DateTimeOffset BeginTime);
        [GrpcMetadata(MetadataPositions.Trailing, MaxSize = 4096)] public sealed partial record End(DateTimeOffset EndTime, long Rows);
        [GrpcMetadata(MetadataPositions.All, Prefix = "x-acme-")] public sealed partial record Everywhere(string Name, byte[]? Blob = null);
        [GrpcMetadata] public readonly partial record struct Small(int Value);
        [GrpcMetadata] public sealed partial record Lists(string[] Tags, ImmutableArray<int> Numbers, List<Guid> Ids, [MetadataKey(Separator = " ")] IReadOnlyList<string> Scopes);
        [GrpcMetadata] public sealed partial record Maps([MetadataPrefix("x-bag-")] IReadOnlyDictionary<string, string> Bag);
        [GrpcMetadata] public abstract partial record Traced { public string? Trace { get; init; } }
        [GrpcMetadata] public sealed partial record Derived(string X) : Traced;
        [GrpcMetadata] public sealed partial record Actor(string UserId, string? Role = null);
        [GrpcMetadata] public sealed partial record Nested(string Reason, Actor Actor, Small? Small = null);
        [GrpcMetadata] public sealed partial record Enums(Plan Plan, [MetadataKey(Format = "snake")] DayOfWeek? Day = null);
        [GrpcMetadata] public sealed partial record Required { public required string X { get; init; } public string Y { get; set; } = "y"; [MetadataIgnore] public object? Z { get; init; } }
        [GrpcMetadata] public sealed partial record Options([MetadataKey("x-one", Aliases = new[] { "x-old" }, Duplicates = DuplicatePolicy.Last)] string One, [MetadataKey(PercentEncoded = true)] string Two);
        [GrpcMetadata] public sealed partial record Times([MetadataKey(Format = "unix-ms")] DateTimeOffset At, TimeSpan Took, DateOnly Day);
        [GrpcMetadata] public sealed partial record Secret([MetadataKey("authorization", Scheme = "Bearer")] string Token, [MetadataKey("agent", AllowEmpty = true)] string Agent);
        public sealed class PointText : ITextMetadataConverter<(int, int)> { public string Format((int, int) value) => $"{value.Item1}"; public bool TryParse(string text, out (int, int) value) { value = (1, 2); return true; } }
        [GrpcMetadata] public sealed partial record Converted([MetadataConverter(typeof(PointText))] (int, int) Point);
        [GrpcMetadata] public sealed partial record Window(int Length) { static partial void Validate(in Window value, ICollection<MetadataError> errors) { if (value.Length > 9) { errors.Add(new MetadataError("length", MetadataErrorKind.Invalid, "'length' is more than 9.")); } } }
        public static class Greeter
        {
            public static void BindService(ServiceBinderBase binder, GreeterBase service) { }
            [BindServiceMethod(typeof(Greeter), "BindService")] public abstract class GreeterBase { public virtual Task<string> Say(string request, ServerCallContext context) => null!; public virtual Task Watch(string request, IServerStreamWriter<string> responseStream, ServerCallContext context) => null!; }
            public class GreeterClient : ClientBase<GreeterClient> { public GreeterClient(CallInvoker invoker) : base(invoker) { } public virtual AsyncUnaryCall<string> SayAsync(string request, CallOptions options) => null!; public virtual AsyncServerStreamingCall<string> Watch(string request, CallOptions options) => null!; protected override GreeterClient NewInstance(ClientBaseConfiguration configuration) => this; }
        }
        [RequestMetadata<Caller>, InitialMetadata<Begin>, TrailingMetadata<End>, RequestMetadata<Small>(Method = nameof(Greeter.GreeterBase.Watch))] public static class Contract { }
        [TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract))] public sealed partial class Calls { }
        [TypedService<Greeter.GreeterBase>(Contract = typeof(Contract)), RequestMetadata<Window>(Method = "Say", Enforcement = ContractEnforcement.ReportOnly)] public abstract partial class Served : IDisposable { public void Dispose() { } }
        public static partial class Outer { public partial interface IInner { [GrpcMetadata] public sealed partial record Deep(string X); } }

        public static class Uses
        {
            public static Metadata Write(Caller caller) { Metadata metadata = new() { { "x-own", "1" } }; metadata.Write(caller); metadata.Set(Caller.Keys.TenantId, "acme"); return caller; }
            public static string Read(Metadata metadata) => metadata.Read<Caller>().TenantId + metadata.Get(Lists.Keys.Tags) + metadata.GetValue("x-own");
            public static async Task<long> CallAsync(AsyncUnaryCall<string> call) { Begin begin = await call.InitialMetadata().ReadAsync<Begin>(); await call; return call.TrailingMetadata().Read<End>().Rows + begin.BeginTime.Ticks; }
            public static Caller With(Caller caller) => caller with { Attempt = 2, Locale = $"{caller}" };
        }
        """;

    [LongFact]
    public async Task Half_typed_file_breaks_neither_generator_nor_analyzers()
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(Source, Sources.ParseOptions).GetRoot().DescendantTokens()];
        int variants = int.Parse(Environment.GetEnvironmentVariable("TOKEN_VARIANTS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);
        CSharpCompilation whole = Sources.Compile(Source);
        GeneratorDriver driver = NewDriver().RunGeneratorsAndUpdateCompilation(whole, out Compilation faultless, out _);
        Assert.Empty(faultless.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        List<string> failures = [];
        for (int seed = 0; seed < variants; seed++)
        {
            SyntaxTree tree = Sources.Parse(Vary(tokens, new Random(seed)));
            CSharpCompilation compilation = whole.ReplaceSyntaxTree(whole.SyntaxTrees[0], tree);
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
            if (await ProblemAsync(driver, compilation, generated) is string problem)
            {
                output.WriteLine($"Seed {seed}: {problem}\n{tree}");
                failures.Add($"seed {seed}: {problem}");
            }
        }

        Assert.Empty(failures);
    }

    private static GeneratorDriver NewDriver() => Generation.NewDriver(new MetadataGenerator(), new TypedCallsGenerator());

    private static string Vary(SyntaxToken[] tokens, Random random)
    {
        List<string> texts = [.. tokens.Select(token => token.ToFullString())];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(texts.Count - 1);
            switch (random.Next(3))
            {
                case 0:
                    texts.RemoveAt(at);
                    break;
                case 1:
                    texts.Insert(at, texts[at]);
                    break;
                default:
                    (texts[at], texts[at + 1]) = (texts[at + 1], texts[at]);
                    break;
            }
        }

        return string.Concat(texts);
    }

    private static async Task<string?> ProblemAsync(GeneratorDriver driver, CSharpCompilation compilation, Compilation generated)
    {
        if (driver.GetRunResult().Results.Select(result => result.Exception).FirstOrDefault(exception => exception is not null) is Exception thrown)
        {
            return $"the generator threw {thrown}";
        }

        if (!Texts(driver).SequenceEqual(Texts(NewDriver().RunGenerators(compilation))))
        {
            return "an incremental run gives other code than a fresh one";
        }

        Exception? fault = null;
        CompilationWithAnalyzersOptions settings = new(BuildProperty.UsageRules, (exception, _, _) => fault = exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await generated.WithAnalyzers([new MetadataAnalyzer(), new UsageAnalyzer(), new CallsAnalyzer()], settings).GetAnalyzerDiagnosticsAsync();
        if (fault is not null)
        {
            return $"an analyzer threw {fault}";
        }

        Diagnostic[] errors = [.. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        bool isOwnFault = errors.Any(error => error.Location.SourceTree == compilation.SyntaxTrees[0]) || reported.Any(Skeletons.IsStructural);
        return isOwnFault || errors.Length == 0 ? null : $"generated code has an error beside a file without: {errors[0]}";
    }

    private static IEnumerable<string> Texts(GeneratorDriver driver) =>
        driver.GetRunResult().GeneratedTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal).Select(tree => tree.ToString());
}
