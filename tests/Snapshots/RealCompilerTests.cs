using System.Text.RegularExpressions;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>
/// Every structural rule, built by the compiler itself: the record is used in a body and in a declaration, and still the build says
/// the rule's own message, with analyzers and without.
/// </summary>
public sealed partial class RealCompilerTests
{
    // Those that can have a skeleton: all but TMD001, TMD002 and TMD005.
    private static readonly (string Rule, string Declaration, string Name)[] _broken =
    [
        ("TMD003", "public sealed partial record Generic<T>(string Name)", "Generic<int>"),
        ("TMD004", "public sealed partial record NoKeys", "NoKeys"),
        ("TMD006", "public sealed partial record Ignored([property: MetadataIgnore] string Gone, string Name)", "Ignored"),
        ("TMD007", "public sealed partial record Taken(string Keys)", "Taken"),
        ("TMD008", "public sealed partial record Circular(string Name) { public Circular? Inner { get; init; } }", "Circular"),
        ("TMD009", "public sealed partial record Derived(string Name) : SomeBase", "Derived"),
        ("TMD011", "public partial record struct Initialized { public Initialized(int number) => Number = number; public int Number { get; init; } = 3; }", "Initialized"),
        ("TMD012", "public sealed partial record Unbuildable { public Unbuildable(string name) => Name = name; public string Name { get; init; } }", "Unbuildable"),
        ("TMD013", "public sealed partial record OneWay(Backward Inner)", "OneWay"),
        ("TMD020", "public sealed partial record BadKey([MetadataKey(\"not a key\")] string Name)", "BadKey"),
        ("TMD022", "public sealed partial record BinaryKey([MetadataKey(\"payload\")] byte[] Payload)", "BinaryKey"),
        ("TMD023", "public sealed partial record TextKey([MetadataKey(\"number-bin\")] int Number)", "TextKey"),
        ("TMD027", "public sealed partial record Twice(string TenantId, [MetadataKey(\"tenant-id\")] string Tenant)", "Twice"),
        ("TMD028", "public sealed partial record ShortPrefix([MetadataPrefix(\"x-\")] System.Collections.Generic.IReadOnlyDictionary<string, string> Map)", "ShortPrefix"),
        ("TMD040", "public sealed partial record NoForm(object Anything)", "NoForm"),
        ("TMD041", "public sealed partial record Converted([MetadataConverter(typeof(string))] object Anything)", "Converted"),
        ("TMD043", "public sealed partial record NoPrefix(System.Collections.Generic.IReadOnlyDictionary<string, string> Map)", "NoPrefix"),
        ("TMD044", "public sealed partial record Jagged(int[][] Rows)", "Jagged"),
        ("TMD046", "public sealed partial record Misplaced([property: MetadataKey] string Name) { [MetadataKey] public string Computed => Name; }", "Misplaced"),
    ];

    [LongTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Structural_rule_fails_the_build_with_its_own_message(bool runAnalyzers)
    {
        string[] problems = await RealCompiler.CompileAsync(Source(_broken), runAnalyzers);

        Assert.True(problems.Any(problem => problem.StartsWith(Skeletons.Rejection, StringComparison.Ordinal)), string.Join('\n', problems));
        string[] rejections = [.. problems.Where(problem => problem.StartsWith(Skeletons.Rejection, StringComparison.Ordinal)).Select(problem => RuleId().Match(problem).Value)];
        Assert.Equal(_broken.Select(broken => broken.Rule), rejections.Order());

        IEnumerable<string> others = problems.Where(problem => !problem.StartsWith(Skeletons.Rejection, StringComparison.Ordinal)).Select(problem => problem[..6]);
        Assert.Equal(runAnalyzers ? _broken.Select(broken => broken.Rule) : [], others.Order());
    }

    [LongFact]
    public async Task Structural_rule_is_reported_once_where_analyzers_run()
    {
        string[] problems = await RealCompiler.CompileAsync(Source(_broken), runAnalyzers: true, isToldSo: true);
        Assert.Equal(_broken.Select(broken => broken.Rule), problems.Select(problem => problem[..6]).Order());
    }

    /// <summary>TMD120 is missing, since nothing is generated for what it reports.</summary>
    [LongTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Structural_rule_of_typed_calls_fails_the_build_with_its_own_message(bool runAnalyzers)
    {
        const string Source = """
            using System.Threading.Tasks;
            using Grpc.Core;
            using TypedMetadata;

            [GrpcMetadata] public sealed partial record Caller(string TenantId);

            [TypedClient<Greeter.GreeterBase>] public sealed partial class OfNoClient;
            [TypedService<Greeter.GreeterClient>] public abstract partial class OfNoService;
            [TypedClient<Greeter.GreeterClient>, RequestMetadata<Caller>(Method = "Missing")] public sealed partial class OfNoRpc;
            [TypedService<Greeter.GreeterBase>, TrailingMetadata<Caller>] public abstract partial class WrongPosition;
            [TypedClient<Greeter.GreeterClient>, RequestMetadata<Caller>, RequestMetadata<Caller>] public sealed partial class Twice;
            [TypedClient<Greeter.GreeterClient>] public sealed partial class Taken { public string Client => ""; }

            public static class Uses
            {
                public static object Create(ChannelBase channel, CallInvoker invoker) => (new OfNoClient(channel), new OfNoRpc(invoker), new Twice(invoker).SayHello("", new Caller("acme")), new Taken(channel).SayHello(""));
            }

            public sealed class Served : WrongPosition
            {
                protected override Task<string> SayHello(string request, TypedCallContext call) => Task.FromResult("");
            }

            public static class Greeter
            {
                public static void BindService(ServiceBinderBase binder, GreeterBase service) { }

                [BindServiceMethod(typeof(Greeter), "BindService")]
                public abstract class GreeterBase
                {
                    public virtual Task<string> SayHello(string request, ServerCallContext context) => Task.FromResult("");
                }

                public class GreeterClient(CallInvoker callInvoker) : ClientBase<GreeterClient>(callInvoker)
                {
                    public virtual AsyncUnaryCall<string> SayHelloAsync(string request, CallOptions options) => null!;
                    protected override GreeterClient NewInstance(ClientBaseConfiguration configuration) => this;
                }
            }
            """;
        string[] rules = ["TMD121", "TMD121", "TMD122", "TMD123", "TMD124", "TMD126"];
        string[] problems = await RealCompiler.CompileAsync(Source, runAnalyzers);
        Assert.Equal(rules, problems.Where(problem => problem.StartsWith(Skeletons.Rejection, StringComparison.Ordinal)).Select(problem => RuleId().Match(problem).Value).Order());
        Assert.Equal(runAnalyzers ? rules : [], problems.Where(problem => !problem.StartsWith(Skeletons.Rejection, StringComparison.Ordinal)).Select(problem => problem[..6]).Order());
    }

    [LongFact]
    public async Task Records_that_can_have_no_skeleton_are_reported_by_the_analyzer()
    {
        const string Source = """
            using TypedMetadata;
            [GrpcMetadata] public sealed record NotPartial(string Name);
            [GrpcMetadata] public sealed partial class NotARecord { }
            [GrpcMetadata] file sealed partial record FileLocal(string Name);
            """;
        string[] problems = await RealCompiler.CompileAsync(Source, runAnalyzers: true);
        Assert.Equal(["TMD001", "TMD002", "TMD005"], problems.Select(problem => problem[..6]).Order());
    }

    [LongTheory]
    [InlineData("[Obsolete] [GrpcMetadata] public sealed partial record Old([MetadataKey(\"tok\")] byte[] Token);")]
    [InlineData("[Obsolete] public partial class Outer { [GrpcMetadata] public sealed partial record Old([MetadataKey(\"tok\")] byte[] Token); }")]
    public async Task Obsolete_record_fails_the_build_too(string declaration)
    {
        string[] problems = await RealCompiler.CompileAsync("using System;\nusing TypedMetadata;\n" + declaration, runAnalyzers: false);
        Assert.Contains("TMD022", Assert.Single(problems), StringComparison.Ordinal);
    }

    [LongFact]
    public async Task Every_case_compiles_without_a_warning_of_the_SDKs_own_compiler()
    {
        // The cases have names in common.
        IEnumerable<string> sources = Case.Names.Select((name, index) => new Case(name).Input.Replace("namespace Acme", $"namespace Acme{index}"));
        string[] problems = await RealCompiler.ProblemsInGeneratedCodeAsync(sources);
        Assert.NotEmpty(problems); // skeletons are among them
        Assert.All(problems, problem => Assert.True(Skeletons.IsRejection(ErrorId().Match(problem).Value), problem));
    }

    [LongFact]
    public async Task Project_without_metadata_records_gets_no_diagnostics() =>
        Assert.Empty(await RealCompiler.CompileAsync("public sealed record Plain(string X, byte[] Token);", runAnalyzers: true));

    [LongFact]
    public async Task Three_misuses_that_types_forbid_say_what_to_do_without_analyzers()
    {
        const string Source = """
            using System.Threading.Tasks;
            using Grpc.Core;
            using TypedMetadata;

            [GrpcMetadata] public sealed partial record Caller([MetadataKey("auth-token")] byte[] Token);
            [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows);

            public static class Uses
            {
                public static Task WrongMethod(ServerCallContext context) => context.WriteInitialMetadataAsync(new End(1));
                public static void WrongPosition(Client client) => client.Say("hello", new End(1));
            }

            // What protoc's C# plugin writes for a unary method.
            public sealed class Client
            {
                public void Say(string request, Metadata? headers = null, System.DateTime? deadline = null, System.Threading.CancellationToken cancellationToken = default) { }
                public void Say(string request, CallOptions options) { }
            }
            """;
        string[] problems = await RealCompiler.CompileAsync(Source, runAnalyzers: false);
        Assert.Equal(3, problems.Length);
        Assert.Contains(problems, problem => problem.Contains("TMD022", StringComparison.Ordinal) && problem.Contains("write 'auth-token-bin'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("SetTrailingMetadata", StringComparison.Ordinal) && problem.Contains("MetadataPositions.Initial", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("'End' is trailing metadata, not request metadata", StringComparison.Ordinal));
    }

    [LongTheory]
    [InlineData("true", "TMD100 TMD100 TMD103 TMD108 TMD108")]
    [InlineData("false", "")]
    [InlineData(null, "")]
    public async Task Usage_rules_are_reported_where_the_project_asks_for_them(string? property, string rules)
    {
        // The last line calls a method with a params span, which compilers before C# 13 have not.
        const string Source = """
            using System;
            using Grpc.Core;

            public static class Uses
            {
                public static void Run(Metadata metadata)
                {
                    metadata.Add("x-bin", "text");
                    metadata.GetValue("x-bin");
                    Metadata other = [new("y-bin", "text"), metadata[0]];
                    Console.WriteLine($"{metadata[0]}");
                    Console.WriteLine("{0}{1}{2}{3}{4}", 1, 2, 3, 4, metadata[0]);
                }
            }
            """;
        string[] problems = await RealCompiler.CompileAsync(Source, runAnalyzers: true, property);
        Assert.Equal(rules.Split(' ', StringSplitOptions.RemoveEmptyEntries), problems.Select(problem => problem[..6]).Order());
    }

    private static string Source(IEnumerable<(string Rule, string Declaration, string Name)> broken)
    {
        IEnumerable<string> records = broken.Select(one => $$"""
            [GrpcMetadata] {{one.Declaration}}{{(one.Declaration.EndsWith('}') ? "" : ";")}}
            public sealed class Holder{{one.Rule}} : Holder<{{one.Name}}>
            {
                public Metadata? Convert({{one.Name}} value) => value;
                public {{one.Name}} Read(Metadata metadata) => metadata.Read<{{one.Name}}>();
            }
            """);
        return $$"""
            using Grpc.Core;
            using TypedMetadata;

            public abstract record SomeBase;
            [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record Backward(string Name);
            public abstract class Holder<T> where T : IRequestMetadata<T>;
            {{string.Join('\n', records)}}
            """;
    }

    [GeneratedRegex("TMD[0-9]{3}")]
    private static partial Regex RuleId();

    [GeneratedRegex("(?<=: error )[A-Z]+[0-9]+")]
    private static partial Regex ErrorId();
}
