using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetadata.CodeFixes;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>The fixes of typed clients and typed services: what they make, all at once too, and where they hold back.</summary>
public sealed class CallFixTests
{
    private const string Client = "[TypedClient<Greeter.GreeterClient>] ";
    private const string Service = "[TypedService<Greeter.GreeterBase>] ";

    [Theory]
    [InlineData(Client + "public sealed class Calls;", Client + "public sealed partial class Calls;")]
    [InlineData(Service + "public abstract class Served;", Service + "public abstract partial class Served;")]
    [InlineData("public static class Outer { " + Client + "public sealed partial class Calls; }", "public static partial class Outer { " + Client + "public sealed partial class Calls; }")]
    public Task TMD120_adds_partial(string before, string after) => VerifyAsync(new AddPartialFix(), "Add 'partial'", before, after);

    [Fact]
    public Task TMD120_adds_partial_everywhere_at_once() => FixedSource.VerifyAllFilesAsync(
        new AddPartialFix(), "Add 'partial'", FixAllScope.Project,
        [File(Client + "public sealed class Calls; " + Service + "public abstract class Served;"), CallSource.Protoc],
        [File(Client + "public sealed partial class Calls; " + Service + "public abstract partial class Served;"), CallSource.Protoc]);

    [Theory]
    [InlineData(Service + "public partial class Served;", Service + "public abstract partial class Served;")]
    [InlineData(Service + "// why\npartial class Served;", Service + "// why\nabstract partial class Served;")]
    public Task TMD120_adds_abstract(string before, string after) => VerifyAsync(new AddAbstractFix(), "Add 'abstract'", before, after);

    [Theory]
    [InlineData(Service + "public sealed partial class Served;")]
    [InlineData(Service + "public partial class Served; public sealed class Derived : Served;")]
    [InlineData(Service + "public partial class Served { public static Served Create() => new Served(); }")]
    [InlineData(Service + "public partial class Served : Greeter.GreeterBase { public override System.Threading.Tasks.Task<HelloReply> Say(HelloRequest request, Grpc.Core.ServerCallContext context) => null!; }")]
    [InlineData(Client + "public static partial class Calls;")]
    public Task TMD120_abstract_is_not_offered_where_it_would_not_compile(string before) => FixedSource.VerifyNoneAsync(new AddAbstractFix(), before, CallSource.Protoc);

    [Theory]
    [InlineData(Client + "public static partial class Calls;")]
    [InlineData(Service + "public partial class Served;")]
    public Task TMD120_partial_is_offered_only_where_it_is_missing(string before) => FixedSource.VerifyNoneAsync(new AddPartialFix(), before, CallSource.Protoc);

    [Theory]
    [InlineData("\"Says\"", "\"Say\"")]
    [InlineData("@\"Says\" /* why */", "\"Say\" /* why */")]
    [InlineData("nameof(Greeter.GreeterClient.SayAsync)", "nameof(Greeter.GreeterClient.Say)")]
    [InlineData("nameof(Greeter.GreeterBase.ToString)", "nameof(Greeter.GreeterBase.Say)")]
    [InlineData("nameof(Greeter.GreeterClient)", "\"Say\"")]
    [InlineData("nameof(Caller)", "\"Say\"")]
    public Task TMD122_names_an_RPC(string before, string after) => VerifyAsync(
        new MethodNameFix(), "Use 'Say'", Client + $"[RequestMetadata<Caller>(Method = {before})] public sealed partial class Calls;", Client + $"[RequestMetadata<Caller>(Method = {after})] public sealed partial class Calls;");

    [Fact]
    public Task TMD122_names_an_RPC_on_a_service_that_is_not_typed() => VerifyAsync(
        new MethodNameFix(), "Use 'Collect'", "[RequestMetadata<Caller>(Method = \"Colect\")] public class Service : Greeter.GreeterBase;", "[RequestMetadata<Caller>(Method = \"Collect\")] public class Service : Greeter.GreeterBase;");

    [Fact]
    public async Task TMD122_offers_every_RPC_and_the_nearest_first() => Assert.Equal(
        ["Use 'Chat'", "Use 'Say'", "Use 'List'", "Use 'Collect'"],
        await FixedSource.TitlesAsync(new MethodNameFix(), Client + "[RequestMetadata<Caller>(Method = \"Chats\")] public sealed partial class Calls;", CallSource.Protoc, CallSource.Records));

    [Fact]
    public Task TMD122_names_an_RPC_everywhere_at_once() => FixedSource.VerifyAllFilesAsync(
        new MethodNameFix(), "Use 'Say'", FixAllScope.Document,
        [File(Client + "[RequestMetadata<Caller>(Method = \"Says\"), TrailingMetadata<End>(Method = nameof(Greeter.GreeterClient.SayAsync))] public sealed partial class Calls;"), CallSource.Protoc, CallSource.Records],
        [File(Client + "[RequestMetadata<Caller>(Method = \"Say\"), TrailingMetadata<End>(Method = nameof(Greeter.GreeterClient.Say))] public sealed partial class Calls;"), CallSource.Protoc, CallSource.Records]);

    [Theory]
    [InlineData(Client + "[RequestMetadata<Caller>(Method = Calls.Name)] public sealed partial class Calls { internal const string Name = \"Says\"; }")]
    [InlineData(Client + "[RequestMetadata<Caller>(Method = \"Sa\" + \"ys\")] public sealed partial class Calls;")]
    [InlineData("public class Service : Greeter.GreeterBase { [RequestMetadata<Caller>(Method = \"Say\")] public override System.Threading.Tasks.Task<HelloReply> Say(HelloRequest request, Grpc.Core.ServerCallContext context) => null!; }")]
    public Task TMD122_is_left_alone_where_there_is_no_name_to_replace(string before) => FixedSource.VerifyNoneAsync(new MethodNameFix(), before, CallSource.Protoc, CallSource.Records);

    private static Task VerifyAsync(CodeFixProvider fix, string title, string before, string after) =>
        FixedSource.VerifyFilesAsync(fix, title, [File(before), CallSource.Protoc, CallSource.Records], [File(after), CallSource.Protoc, CallSource.Records]);

    private static string File(string source) => FixedSource.Usings + source;
}
