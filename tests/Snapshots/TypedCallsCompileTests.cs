using TypedMetadata.Snapshots.Harness;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>What a contract does not declare does not compile, at both ends, by the compiler alone.</summary>
public sealed class TypedCallsCompileTests
{
    private const string Contract = """
        using System.Threading.Tasks;
        using Grpc.Core;
        using TypedMetadata;

        [GrpcMetadata] public sealed partial record Caller(string TenantId);
        [GrpcMetadata] public sealed partial record Other(string Name);
        [GrpcMetadata(MetadataPositions.Initial)] public sealed partial record Begin(string Node);
        [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows);

        [RequestMetadata<Caller>, InitialMetadata<Begin>, TrailingMetadata<End>] public static class GreeterContract;
        [TypedClient<Greeter.GreeterClient>(Contract = typeof(GreeterContract))] public sealed partial class GreeterCalls;
        [TypedClient<Greeter.GreeterClient>, RequestMetadata<Caller>] public sealed partial class CallerCalls;
        [TypedService<Greeter.GreeterBase>(Contract = typeof(GreeterContract))] public abstract partial class GreeterServiceBase;

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

    [LongTheory]
    [InlineData("greeter.SayHello(\"\")", "CS1501")] // a missing record
    [InlineData("greeter.SayHello(\"\", new Other(\"x\"))", "CS1503")] // the wrong record
    [InlineData("greeter.SayHello(\"\", new End(1))", "CS1503")] // a record of another position
    [InlineData("greeter.Wave(\"\", new Caller(\"acme\"))", "CS1061")] // an RPC that does not exist
    [InlineData("callers.SayHello(\"\", new Caller(\"acme\")).TrailingMetadata", "CS1061")] // a position that is not declared
    [InlineData("callers.SayHello(\"\", new Caller(\"acme\")).InitialMetadataAsync", "CS1061")]
    [InlineData("(string)greeter.SayHello(\"\", new Caller(\"acme\")).TrailingMetadata.Rows", "CS0030")] // a value of another type
    public async Task Client_that_does_otherwise_does_not_compile(string use, string error) => Assert.Equal(
        error,
        Assert.Single(await ErrorsAsync($$"""public static class Uses { public static object Run(GreeterCalls greeter, CallerCalls callers) => {{use}}; }"""))[..6]);

    [LongFact]
    public async Task Client_that_does_as_declared_compiles() => Assert.Empty(await ErrorsAsync(
        "public static class Uses { public static object Run(GreeterCalls greeter, CallerCalls callers) => (greeter.SayHello(\"\", new Caller(\"acme\")).TrailingMetadata.Rows, callers.SayHello(\"\", new Caller(\"acme\"))); }"));

    [LongTheory]
    [InlineData("protected override async Task<TypedResponse<string, End>> SayHello(string request, Caller caller, TypedCallContext<Begin> call) { await Task.Yield(); return \"\"; }", "CS0029")] // the trailing record is forgotten
    [InlineData("protected override async Task<TypedResponse<string, End>> SayHello(string request, Caller caller, TypedCallContext<Begin> call) { await Task.Yield(); return (\"\", new Other(\"x\")); }", "CS0029")] // another record
    [InlineData("protected override async Task<TypedResponse<string, End>> SayHello(string request, Caller caller, TypedCallContext<Begin> call) { await call.WriteInitialMetadataAsync(new End(1)); return (\"\", new End(1)); }", "CS1503")] // of another position
    public async Task Service_that_does_otherwise_does_not_compile(string method, string error) =>
        Assert.Equal(error, Assert.Single(await ErrorsAsync($"public sealed class Service : GreeterServiceBase {{ {method} }}"))[..6]);

    [LongTheory]
    [InlineData("", "CS0534")] // an RPC that nobody handles
    [InlineData("protected override Task<string> SayHello(string request, Caller caller, TypedCallContext<Begin> call) => Task.FromResult(\"\");", "CS0508")]
    [InlineData("public override Task<string> SayHello(string request, ServerCallContext context) => Task.FromResult(\"\");", "CS0239")] // protoc's method is sealed
    [InlineData("protected override Task<TypedResponse<string, End>> SayHello(string request, Other other, TypedCallContext<Begin> call) => null!;", "CS0115")]
    public async Task Service_with_other_methods_does_not_compile(string method, string error) =>
        Assert.Contains(await ErrorsAsync($"public sealed class Service : GreeterServiceBase {{ {method} }}"), problem => problem.StartsWith(error, StringComparison.Ordinal));

    [LongFact]
    public async Task Service_that_does_as_declared_compiles() => Assert.Empty(await ErrorsAsync("""
        public sealed class Service : GreeterServiceBase
        {
            protected override async Task<TypedResponse<string, End>> SayHello(string request, Caller caller, TypedCallContext<Begin> call)
            {
                await call.WriteInitialMetadataAsync(new Begin("node"));
                return ("", new End(1));
            }
        }
        """));

    private static Task<string[]> ErrorsAsync(string uses) => RealCompiler.CompileAsync(Contract + uses, runAnalyzers: false);
}
