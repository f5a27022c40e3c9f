using Microsoft.CodeAnalysis;
using TypedMetadata.Generator;
using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;
using Reason = Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace TypedMetadata.Snapshots;

/// <summary>What an edit makes the generator of typed calls write again, and what it must.</summary>
public sealed class TypedCallsIncrementalityTests
{
    private const string Protoc = """
        using Grpc.Core;
        public sealed class Message;
        public static class Greeter
        {
            public class GreeterClient : ClientBase<GreeterClient>
            {
                public GreeterClient(CallInvoker callInvoker) : base(callInvoker) { }
                protected GreeterClient(ClientBaseConfiguration configuration) : base(configuration) { }
                public virtual AsyncUnaryCall<Message> SayAsync(Message request, CallOptions options) => null!;
                protected override GreeterClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
            }
        }
        """;

    private const string Records = """
        using TypedMetadata;
        [GrpcMetadata] public sealed partial record Caller(string TenantId);
        [GrpcMetadata] public sealed partial record More(string Reason);
        """;

    private const string Contract = "[TypedMetadata.RequestMetadata<Caller>] public static class GreeterContract;";
    private const string Client = "[TypedMetadata.TypedClient<Greeter.GreeterClient>(Contract = typeof(GreeterContract))] public sealed partial class GreeterCalls;";
    private const string Other = "public class Unrelated { }";

    private static readonly string[] _sources = [Protoc, Records, Contract, Client, Other];

    [Theory]
    [InlineData(Other, "{ }", "{ public int More; }")]
    [InlineData(Client, "[TypedMetadata", "// a comment\n[TypedMetadata")]
    [InlineData(Protoc, "=> null!", "=> throw new System.Exception()")]
    [InlineData(Records, "string TenantId", "string TenantId, int Attempt")]
    public void Edit_that_changes_no_signature_writes_nothing(string within, string before, string after) =>
        Assert.Equal([Reason.Cached], Steps.OutputReasons(Edit(within, before, after)));

    [Theory]
    [InlineData(Protoc, "SayAsync", "TellAsync", "Tell(")]
    [InlineData(Protoc, "CallOptions options) => null!;", "CallOptions options) => null!; public virtual AsyncServerStreamingCall<Message> Watch(Message request, CallOptions options) => null!;", "Watch(")]
    [InlineData(Protoc, "public virtual Async", "[System.Obsolete] public virtual Async", "[global::System.Obsolete]")]
    [InlineData(Contract, "RequestMetadata<Caller>", "RequestMetadata<Caller>, TypedMetadata.RequestMetadata<More>", "More @more")]
    [InlineData(Client, "partial class GreeterCalls;", "partial class OtherCalls;", "partial class OtherCalls")]
    [InlineData(Records, "[GrpcMetadata] public sealed partial record Caller", "[GrpcMetadata(MetadataPositions.Initial)] public sealed partial record Caller", "TMD123")]
    public void Edit_of_a_service_or_a_contract_writes_the_client_anew(string within, string before, string after, string expected)
    {
        GeneratorDriver driver = Edit(within, before, after);
        Assert.Contains(expected, driver.GetRunResult().GeneratedTrees.Single().ToString(), StringComparison.Ordinal);
    }

    private static GeneratorDriver Edit(string within, string before, string after)
    {
        Compilation compilation = Sources.Compile(_sources);
        GeneratorDriver driver = Generation.NewDriver(new TypedCallsGenerator()).RunGenerators(compilation);
        Assert.DoesNotContain(after, driver.GetRunResult().GeneratedTrees.Single().ToString(), StringComparison.Ordinal);
        string edited = within.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(within, edited);
        SyntaxTree tree = compilation.SyntaxTrees.ElementAt(Array.IndexOf(_sources, within));
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Sources.Parse(edited, tree.FilePath)));
    }
}
