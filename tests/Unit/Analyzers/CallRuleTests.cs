using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD120 to TMD127: typed clients and typed services.</summary>
public sealed class CallRuleTests
{
    private const string Client = "[TypedClient<Greeter.GreeterClient>]";
    private const string Service = "[TypedService<Greeter.GreeterBase>]";

    [Theory]
    [InlineData(Client + " public sealed class {|TMD120:Calls|};")]
    [InlineData(Service + " public abstract class {|TMD120:Served|};")]
    [InlineData("public static class Outer { " + Client + " public sealed partial class {|TMD120:Calls|}; }")]
    [InlineData("public static class Outer { " + Client + " public sealed class {|TMD120,TMD120:Calls|}; }")]
    [InlineData(Client + " file sealed partial class {|TMD120:Calls|};")]
    [InlineData("file static partial class Outer { " + Service + " public abstract partial class {|TMD120:Served|}; }")]
    [InlineData(Client + " public static partial class {|TMD120:Calls|};")]
    [InlineData(Service + " public static partial class {|TMD120:Served|};")]
    [InlineData(Service + " public partial class {|TMD120:Served|};")]
    [InlineData(Service + " public sealed partial class {|TMD120:Served|} : Greeter.GreeterBase;")]
    [InlineData(Service + " public abstract partial record {|TMD120:Served|};")]
    [InlineData(Client + " public sealed partial class {|TMD120:Calls|}(string name) { public string Name => name; }")]
    [InlineData(Client + " public sealed partial record {|TMD120:Calls|}(string Name);")]
    [InlineData("public abstract class Other; " + Service + " public abstract partial class {|TMD120:Served|} : Other;")]
    [InlineData("public static class Hidden { internal abstract class Base : Greeter.GreeterBase; } [TypedService<Hidden.Base>] public abstract partial class {|TMD120:Served|};")]
    [InlineData("[TypedClient<Greeter.GreeterClient>, TypedService<Greeter.GreeterBase>] public abstract partial class {|TMD120:Both|};")]
    [InlineData("[TypedClient<Greeter.GreeterClient>] public abstract partial class {|TMD120:Both|}; [TypedService<Greeter.GreeterBase>] abstract partial class Both;")]
    public Task TMD120_class_that_cannot_be_completed(string marked) => CallSource.VerifyReportedAsync(marked);

    [Theory]
    [InlineData(Client + " public sealed partial class Calls;")]
    [InlineData(Client + " internal partial class Calls { public Calls() : this((CallInvoker)null!) { } public Calls(string url) : this() { } }")]
    [InlineData(Client + " public abstract partial class Calls;")]
    [InlineData(Client + " public sealed partial record Calls;")]
    [InlineData(Client + " public sealed partial class Calls; partial class Calls : IDisposable { public void Dispose() { } }")]
    [InlineData(Client + " public sealed partial class Calls<T>;")]
    [InlineData(Service + " public abstract partial class Served;")]
    [InlineData(Service + " public abstract partial class Served(string name) { public string Name => name; }")]
    [InlineData(Service + " public abstract partial class Served : Greeter.GreeterBase;")]
    [InlineData("public abstract class Between : Greeter.GreeterBase; " + Service + " public abstract partial class Served : Between;")]
    [InlineData("public abstract class Between : Greeter.GreeterBase { public sealed override Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; } " + Service + " public abstract partial class Served : Between; [TypedService<Between>] public abstract partial class Other;")]
    [InlineData("public static class Hidden { internal abstract class Base : Greeter.GreeterBase; } [TypedService<Hidden.Base>] internal abstract partial class Served;")]
    [InlineData("public static partial class Outer<T> { public partial struct Middle { public partial interface IInner { " + Client + " public sealed partial class Calls; " + Service + " public abstract partial class Served; } } }")]
    [InlineData("namespace @event.@class { [TypedClient<Greeter.GreeterClient>] public sealed partial class @event; [TypedService<Greeter.GreeterBase>] public abstract partial class @class; }")]
    public Task TMD120_is_not_reported(string source) => CallSource.VerifyAsync(source);

    [Theory]
    [InlineData("[TypedClient<{|TMD121:Greeter.GreeterBase|}>] public sealed partial class Calls;")]
    [InlineData("[TypedClient<{|TMD121:string|}>] public sealed partial class Calls;")]
    [InlineData("[TypedClient<{|TMD121:string[]|}>] public sealed partial class Calls;")]
    [InlineData("[TypedMetadata.TypedClientAttribute<{|TMD121:HelloReply|}>] internal sealed partial class Calls;")]
    [InlineData("public abstract class Open : Greeter.GreeterClient { protected Open(CallInvoker invoker) : base(invoker) { } } [TypedClient<{|TMD121:Open|}>] public sealed partial class Calls;")]
    [InlineData("public class Closed : Greeter.GreeterClient { public Closed() : base((CallInvoker)null!) { } } [TypedClient<{|TMD121:Closed|}>] public sealed partial class Calls;")]
    [InlineData("[TypedService<{|TMD121:Greeter.GreeterClient|}>] public abstract partial class Served;")]
    [InlineData("[TypedService<{|TMD121:object|}>] public abstract partial class Served;")]
    [InlineData("[TypedService<{|TMD121:object[]|}>] public abstract partial class Served;")]
    [InlineData("public sealed class Handled : Greeter.GreeterBase; [TypedService<{|TMD121:Handled|}>] public abstract partial class Served;")]
    [InlineData("public abstract class Own { public virtual Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; } [TypedService<{|TMD121:Own|}>] public abstract partial class Served;")]
    public Task TMD121_class_that_protoc_did_not_write(string marked) => CallSource.VerifyAsync(marked);

    [Theory]
    [InlineData("public class Derived : Greeter.GreeterClient { public Derived(CallInvoker invoker) : base(invoker) { } } [TypedClient<Derived>] public sealed partial class Calls;")]
    [InlineData("public static class Old { public static void BindService(ServiceBinderBase binder, OldBase service) { } public abstract class OldBase { public virtual Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; } } [TypedService<Old.OldBase>] public abstract partial class Served;")]
    [InlineData("using Ours = TypedMetadata.TypedClientAttribute<Greeter.GreeterClient>; [Ours] public sealed partial class Calls;")]
    public Task TMD121_is_not_reported(string source) => CallSource.VerifyAsync(source);

    [Theory]
    [InlineData("TypedClient<Greeter.GreeterBase>", "'GreeterBase' is not a client that protoc's plugin generated: name 'Greeter.GreeterClient'")]
    [InlineData("TypedClient<Greeter>", "'Greeter' is not a client that protoc's plugin generated: name 'Greeter.GreeterClient'")]
    [InlineData("TypedClient<object>", "'Object' is not a client that protoc's plugin generated: name the client of a service, such as 'Greeter.GreeterClient'")]
    [InlineData("TypedService<Greeter.GreeterClient>", "'GreeterClient' is not a service base class that protoc's plugin generated: name 'Greeter.GreeterBase'")]
    [InlineData("TypedService<object>", "'Object' is not a service base class that protoc's plugin generated: name the base class of a service, such as 'Greeter.GreeterBase'")]
    public async Task TMD121_says_which_class_is_meant(string attribute, string message) =>
        Assert.Contains("TMD121: " + message, await CallSource.MessagesAsync($"[{attribute}] public abstract partial class Typed;"));

    [Fact]
    public async Task TMD121_client_of_an_assembly_with_an_alias()
    {
        using MemoryStream image = new();
        Assert.True(Sources.Compile(CallSource.Protoc).WithAssemblyName("Other").Emit(image).Success);
        Compilation compilation = await MarkedSource.VerifyAsync(
            "extern alias other; using TypedMetadata; [TypedClient<{|TMD121:other::Greeter.GreeterClient|}>] public sealed partial class Calls;",
            [], [MetadataReference.CreateFromImage(image.ToArray(), new MetadataReferenceProperties(aliases: ["other"]))]);
        Assert.All(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), error => Assert.Equal("CS0619", error.Id));
    }

    [Theory]
    [InlineData(Client + " [RequestMetadata<Caller>(Method = {|TMD122:\"Says\"|})] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<Caller>(Method = {|TMD122:nameof(Greeter.GreeterClient.SayAsync)|})] public sealed partial class Calls;")]
    [InlineData(Client + " [InitialMetadata<Begin>(Method = {|TMD122:\"\"|}), TrailingMetadata<End>(Method = {|TMD122:\"say\"|})] public sealed partial class Calls;")]
    [InlineData(Client + " public sealed partial class Calls; [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly, Method = {|TMD122:\"Says\"|})] partial class Calls;")]
    [InlineData(Service + " [TrailingMetadata<End>(Method = {|TMD122:nameof(End)|})] public abstract partial class Served;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract))] public sealed partial class Calls; [RequestMetadata<Caller>(Method = {|TMD122:\"Says\"|})] public static class Contract;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract))] public sealed partial class Calls; [TypedService<Greeter.GreeterBase>(Contract = typeof(Contract))] public abstract partial class Served; [RequestMetadata<Caller>(Method = {|TMD122:\"Says\"|})] public static class Contract;")]
    public Task TMD122_name_that_is_no_RPC(string marked) => CallSource.VerifyAsync(marked);

    [Theory]
    [InlineData("[RequestMetadata<Caller>(Method = {|TMD122:\"Says\"|})] public class Service : Greeter.GreeterBase;")]
    [InlineData("public class Service : Greeter.GreeterBase { [RequestMetadata<Caller>(Method = {|TMD122:\"Say\"|})] public override Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; }")]
    [InlineData("public class Service : Greeter.GreeterBase { [RequestMetadata<Caller>(Method = {|TMD122:nameof(Say)|}), TrailingMetadata<End>(Method = {|TMD122:\"List\"|})] public override Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; }")]
    [InlineData("public class ServiceAttribute : Attribute; [Service] public interface IGreeter { Task SayAsync(); } [RequestMetadata<Caller>(Method = {|TMD122:\"Says\"|})] public class Served : IGreeter { public Task SayAsync() => null!; }")]
    public Task TMD122_name_on_a_service_that_is_not_typed(string marked) => CallSource.VerifyUntypedAsync(marked);

    [Theory]
    [InlineData(Client + " [RequestMetadata<Caller>(Method = nameof(Greeter.GreeterClient.Say)), TrailingMetadata<End>(Method = \"List\"), InitialMetadata<Begin>(Method = null)] public sealed partial class Calls;")]
    [InlineData(Service + " [RequestMetadata<Caller>(Method = nameof(Greeter.GreeterBase.Chat))] public abstract partial class Served;")]
    [InlineData("[RequestMetadata<Caller>(Method = \"Whatever\")] public static class Contract;")]
    [InlineData("[RequestMetadata<Caller>(Method = \"Collect\")] public class Service : Greeter.GreeterBase;")]
    [InlineData("public class ServiceAttribute : Attribute; public class OperationAttribute(string name) : Attribute { public string Name => name; } [Service] public interface IGreeter { Task SayAsync(); [Operation(\"Shout\")] void Cry(); } [RequestMetadata<Caller>(Method = \"Say\"), InitialMetadata<Begin>(Method = \"SayAsync\"), TrailingMetadata<End>(Method = \"Shout\")] public class Served : IGreeter, IDisposable { public Task SayAsync() => null!; public void Cry() { } public void Dispose() { } }")]
    public Task TMD122_is_not_reported(string source) => CallSource.VerifyAsync(source);

    [Theory]
    [InlineData("Client + [RequestMetadata<Caller>(Method = \"Chatt\")]", "'Chatt' is not an RPC of the service: use one of its RPCs, such as 'Chat'")]
    [InlineData("Client + [RequestMetadata<Caller>(Method = \"SayAsync\")]", "'SayAsync' is not an RPC of the service: use one of its RPCs, such as 'Say'")]
    public async Task TMD122_names_the_RPC_that_is_nearest(string attributes, string message) =>
        Assert.Contains("TMD122: " + message, await CallSource.MessagesAsync($"{attributes.Replace("Client +", Client, StringComparison.Ordinal)} public sealed partial class Calls;"));

    [Fact]
    public async Task TMD122_names_the_method_that_it_stands_on() => Assert.Contains(
        "TMD122: 'Say' is set as Method on the method 'Say', where it is not allowed: remove Method",
        await CallSource.MessagesAsync("public class Service : Greeter.GreeterBase { [RequestMetadata<Caller>(Method = \"Say\")] public override Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; }"));

    [Theory]
    [InlineData(Client + " [RequestMetadata<{|TMD123:string|}>] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<{|TMD123:End|}>, InitialMetadata<{|TMD123:Caller|}>, TrailingMetadata<{|TMD123:Begin|}>] public sealed partial class Calls;")]
    [InlineData(Service + " [TrailingMetadata<{|TMD123:Caller|}>(Method = \"Say\")] public abstract partial class Served;")]
    [InlineData("[GrpcMetadata] public abstract partial record Open(string Name); " + Client + " [RequestMetadata<{|TMD123:Open|}>] public sealed partial class Calls;")]
    [InlineData("public partial class Outer { [GrpcMetadata] private sealed partial record Inner(string Name); [TypedClient<Greeter.GreeterClient>, RequestMetadata<{|TMD123:Inner|}>] internal sealed partial class Calls; }")]
    [InlineData("public partial class Outer { [GrpcMetadata] protected sealed partial record Inner(string Name); [TypedService<Greeter.GreeterBase>, RequestMetadata<{|TMD123:Inner|}>] public abstract partial class Served; }")]
    public Task TMD123_record_that_cannot_be_used(string marked) => CallSource.VerifyAsync(marked);

    [Fact]
    public Task TMD123_record_of_a_contract() => CallSource.VerifyAsync(
        "[TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract))] public sealed partial class Calls; [RequestMetadata<{|TMD110,TMD123:End|}>] public static class Contract;");

    [Fact]
    public async Task TMD123_record_of_an_assembly_that_was_built_without_the_generator()
    {
        using MemoryStream image = new();
        Assert.True(Sources.Compile("[TypedMetadata.GrpcMetadata] public sealed partial record Bare(string Name);").WithAssemblyName("Other").Emit(image).Success);
        await MarkedSource.VerifyAsync(
            CallSource.Usings + Client + " [RequestMetadata<{|TMD123:Bare|}>] public sealed partial class Calls;", [CallSource.Protoc], [MetadataReference.CreateFromImage(image.ToArray())]);
    }

    [Fact]
    public async Task TMD123_record_of_an_assembly_with_an_alias()
    {
        using MemoryStream image = new();
        Assert.True(Generation.Generate(Sources.Compile(CallSource.Records).WithAssemblyName("Other")).Emit(image).Success);
        await MarkedSource.VerifyAsync(
            "extern alias other; using TypedMetadata; " + Client + " [RequestMetadata<{|TMD123:other::Caller|}>] public sealed partial class Calls;",
            [CallSource.Protoc], [MetadataReference.CreateFromImage(image.ToArray(), new MetadataReferenceProperties(aliases: ["other"]))]);
    }

    [Theory]
    [InlineData("RequestMetadata<string>", "'String' cannot be used in [RequestMetadata], because it is not a metadata record: make it a [GrpcMetadata] partial record")]
    [InlineData("TrailingMetadata<string>", "'String' cannot be used in [TrailingMetadata], because it is not a metadata record: make it a [GrpcMetadata(MetadataPositions.Trailing)] partial record")]
    [InlineData("InitialMetadata<End>", "'End' cannot be used in [InitialMetadata], because it is not initial metadata: add MetadataPositions.Initial to its [GrpcMetadata]")]
    public async Task TMD123_says_what_the_record_lacks(string attribute, string message) =>
        Assert.Contains("TMD123: " + message, await CallSource.MessagesAsync($"{Client} [{attribute}] public sealed partial class Calls;"));

    [Theory]
    [InlineData(Client + " [RequestMetadata<Caller>, RequestMetadata<Trace>, InitialMetadata<Begin>, TrailingMetadata<End>] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<Stamp>, InitialMetadata<Stamp>, TrailingMetadata<Stamp>] public sealed partial class Calls;")]
    [InlineData(Service + " [RequestMetadata<Caller>, RequestMetadata<Stamp>(Enforcement = ContractEnforcement.ReportOnly), InitialMetadata<Begin>, TrailingMetadata<End>] public abstract partial class Served;")]
    [InlineData(Service + " [RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly), InitialMetadata<Stamp>, TrailingMetadata<Stamp>] internal abstract partial class Served;")]
    [InlineData("[GrpcMetadata] internal sealed partial record Inner(string Name); [GrpcMetadata(MetadataPositions.All)] internal sealed partial record Sent(string Text); [TypedClient<Greeter.GreeterClient>, RequestMetadata<Inner>, InitialMetadata<Sent>, TrailingMetadata<Sent>] public sealed partial class Calls; [TypedService<Greeter.GreeterBase>, RequestMetadata<Inner>, InitialMetadata<Sent>, TrailingMetadata<Sent>] public abstract partial class Served;")]
    [InlineData("public partial class Outer { [GrpcMetadata] private sealed partial record Inner(string Name); [TypedClient<Greeter.GreeterClient>, RequestMetadata<Inner>] private sealed partial class Calls; private partial class Middle { [TypedService<Greeter.GreeterBase>, RequestMetadata<Inner>] public abstract partial class Served; } }")]
    public Task TMD123_is_not_reported(string source) => CallSource.VerifyAsync(source);

    [Theory]
    [InlineData(Client + " [TrailingMetadata<End>, TrailingMetadata<{|TMD124:Stamp|}>] public sealed partial class Calls;")]
    [InlineData(Client + " [InitialMetadata<Begin>, InitialMetadata<{|TMD124:Begin|}>, InitialMetadata<{|TMD124:Stamp|}>] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<Caller>, RequestMetadata<{|TMD124:Caller|}>] public sealed partial class Calls;")]
    [InlineData(Client + " [TrailingMetadata<End>(Method = \"Say\"), TrailingMetadata<{|TMD124:Stamp|}>(Method = \"Say\")] public sealed partial class Calls;")]
    [InlineData(Service + " [TrailingMetadata<End>] public abstract partial class Served; [TrailingMetadata<{|TMD124:Stamp|}>] partial class Served;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract)), TrailingMetadata<{|TMD124:Stamp|}>] public sealed partial class Calls; [TrailingMetadata<End>] public static class Contract;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract)), RequestMetadata<{|TMD124:Caller|}>] public sealed partial class Calls; [RequestMetadata<Caller>] public static class Contract;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(IContract))] public sealed partial class Calls; [TypedService<Greeter.GreeterBase>(Contract = typeof(IContract))] public abstract partial class Served; [TrailingMetadata<End>, TrailingMetadata<{|TMD124:Stamp|}>] public interface IContract;")]
    public Task TMD124_two_records_for_one_position(string marked) => CallSource.VerifyAsync(marked);

    [Theory]
    [InlineData(Client + " [TrailingMetadata<End>, TrailingMetadata<Stamp>(Method = \"Say\"), TrailingMetadata<Stamp>(Method = \"List\")] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<Caller>, RequestMetadata<Caller>(Method = \"Say\")] public sealed partial class Calls;")]
    [InlineData(Service + " [RequestMetadata<Caller>, RequestMetadata<Caller>(Method = \"Say\", Enforcement = ContractEnforcement.ReportOnly)] public abstract partial class Served;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Calls)), RequestMetadata<Caller>, TrailingMetadata<End>] public sealed partial class Calls;")]
    [InlineData("[TypedService<Greeter.GreeterBase>(Contract = typeof(Contract)), InitialMetadata<Begin>(Method = \"Say\")] public abstract partial class Served; [RequestMetadata<Caller>, TrailingMetadata<End>, InitialMetadata<Stamp>] public static class Contract;")]
    public Task TMD124_is_not_reported(string source) => CallSource.VerifyAsync(source);

    [Theory]
    [InlineData("{|TMD125:Calls|}", "", "RequestMetadata<Caller>")]
    [InlineData("{|TMD125:Calls|}", "RequestMetadata<Caller>(Method = \"Say\")", "RequestMetadata<Caller>")]
    [InlineData("{|TMD125:Calls|}", "InitialMetadata<Begin>", "")]
    [InlineData("{|TMD125:Calls|}", "TrailingMetadata<End>", "TrailingMetadata<Stamp>")]
    [InlineData("{|TMD125:Calls|}", "TrailingMetadata<End>", "TrailingMetadata<End>, TrailingMetadata<Stamp>(Method = \"List\")")]
    public Task TMD125_client_and_service_that_differ(string client, string ofClient, string ofService) =>
        CallSource.VerifyAsync($"[TypedClient<Greeter.GreeterClient>{Also(ofClient)}] public sealed partial class {client}; [TypedService<Greeter.GreeterBase>{Also(ofService)}] public abstract partial class Served;");

    [Theory]
    [InlineData("Calls", "RequestMetadata<Caller>, RequestMetadata<Trace>", "RequestMetadata<Trace>")]
    [InlineData("Calls", "", "RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly)")]
    [InlineData("Calls", "", "InitialMetadata<Begin>, TrailingMetadata<End>")]
    [InlineData("Calls", "RequestMetadata<Caller>, InitialMetadata<Begin>, TrailingMetadata<End>", "RequestMetadata<Caller>, InitialMetadata<Begin>, TrailingMetadata<End>")]
    public Task TMD125_is_not_reported(string client, string ofClient, string ofService) =>
        CallSource.VerifyAsync($"[TypedClient<Greeter.GreeterClient>{Also(ofClient)}] public sealed partial class {client}; [TypedService<Greeter.GreeterBase>{Also(ofService)}] public abstract partial class Served;");

    [Fact]
    public Task TMD125_one_service_that_goes_with_the_client_is_enough() => CallSource.VerifyAsync(
        Client + " public sealed partial class Calls; " + Service + " [RequestMetadata<Caller>] public abstract partial class Strict; " + Service + " public abstract partial class Served;");

    [Fact]
    public Task TMD125_says_nothing_of_two_services() => CallSource.VerifyAsync(
        Client + " public sealed partial class Calls; public static class Other { public static void BindService(ServiceBinderBase binder, OtherBase service) { } [BindServiceMethod(typeof(Other), \"BindService\")] public abstract class OtherBase { public virtual Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => null!; } } [TypedService<Other.OtherBase>, RequestMetadata<Caller>] public abstract partial class Served;");

    [Fact]
    public Task TMD125_can_be_suppressed() => CallSource.VerifyAsync(
        "#pragma warning disable TMD125\n" + Client + " public sealed partial class Calls; " + Service + " [RequestMetadata<Caller>] public abstract partial class Served;");

    [Fact]
    public Task TMD125_classes_that_derive_from_those_of_protoc() => CallSource.VerifyAsync(
        "public class Derived(CallInvoker invoker) : Greeter.GreeterClient(invoker); public abstract class Between : Greeter.GreeterBase; [TypedClient<Derived>] public sealed partial class {|TMD125:Calls|}; [TypedService<Between>, RequestMetadata<Caller>] public abstract partial class Served;");

    [Theory]
    [InlineData("[TypedClient<Greeter.GreeterClient>, TrailingMetadata<End>] public sealed partial class Calls;", "[TypedService<Greeter.GreeterBase>] public abstract partial class {|TMD125:Served|};")]
    [InlineData("[TypedService<Greeter.GreeterBase>, RequestMetadata<Caller>] public abstract partial class Served;", "[TypedClient<Greeter.GreeterClient>] public sealed partial class {|TMD125:Calls|};")]
    [InlineData("public static partial class Outer { [TypedService<Greeter.GreeterBase>(Contract = typeof(Contract))] public abstract partial class Served; [RequestMetadata<Caller>] public static class Contract; }", "[TypedClient<Greeter.GreeterClient>] public sealed partial class {|TMD125:Calls|};")]
    [InlineData("public static partial class Outer { [TypedService<Greeter.GreeterBase>(Contract = typeof(Contract))] public abstract partial class Served; [RequestMetadata<Caller>] public static class Contract; }", "[TypedClient<Greeter.GreeterClient>(Contract = typeof(Outer.Contract))] public sealed partial class Calls;")]
    [InlineData("[TypedService<Greeter.GreeterBase>, RequestMetadata<Caller>] public abstract partial class Served; [TypedClient<Greeter.GreeterClient>] public sealed partial class Calls;", "public static class Nothing;")]
    public async Task TMD125_other_end_in_a_referenced_assembly(string referenced, string marked)
    {
        using MemoryStream image = new();
        Assert.True(Generation.Generate(Sources.Compile(CallSource.Usings + referenced, CallSource.Protoc, CallSource.Records).WithAssemblyName("Other")).Emit(image).Success);
        Compilation compilation = await MarkedSource.VerifyAsync(CallSource.Usings + marked, [], [MetadataReference.CreateFromImage(image.ToArray())]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task TMD125_says_what_differs() => Assert.Equal(
        [
            "TMD125: The client 'Calls' and the service 'Served' differ in 'Say': the service requires 'Caller', which the client does not send; put the attributes on a class of their own, and name it as Contract at both ends",
        ],
        await CallSource.MessagesAsync(Client + " public sealed partial class Calls; " + Service + " [RequestMetadata<Caller>] public abstract partial class Served;"));

    [Theory]
    [InlineData(Client + " public sealed partial class {|TMD126:Say|};")]
    [InlineData(Service + " public abstract partial class {|TMD126:Chat|};")]
    [InlineData(Client + " public sealed partial class Calls { public string {|TMD126:Say|}() => \"\"; }")]
    [InlineData(Client + " public sealed partial class Calls { public int {|TMD126:List|} { get; set; } private int {|TMD126:Chat|}; private void Use() => Chat = 1 + Chat; }")]
    [InlineData(Service + " public abstract partial class Served { public new sealed class {|TMD126:Say|}; }")]
    [InlineData(Service + " public abstract partial class Served { public override Task<HelloReply> {|TMD126:Say|}(HelloRequest request, ServerCallContext context) => null!; }")]
    [InlineData(Client + " public sealed partial class Calls { public string {|TMD126:Client|} => \"\"; }")]
    [InlineData(Client + " public sealed partial class Client { public string {|TMD126:GeneratedClient|} => \"\"; }")]
    [InlineData(Client + " public sealed partial class Calls { private {|TMD126:Calls|}(ChannelBase channel) : this(new Greeter.GreeterClient(channel)) { } }")]
    [InlineData(Client + " public sealed partial class Calls { public {|TMD126:Calls|}(CallInvoker invoker) => Client = new(invoker); public {|TMD126:Calls|}(Greeter.GreeterClient client) => Client = client; }")]
    [InlineData("[TypedClient<{|TMD121:object|}>] public sealed partial class Calls { public {|TMD126:Calls|}(CallInvoker invoker) { } }")]
    public Task TMD126_name_that_is_taken(string marked) => CallSource.VerifyAsync(marked);

    [Theory]
    [InlineData(Client + " public sealed partial class Calls { public Calls(string url) : this((CallInvoker)null!) { } public void SayAll() { } public int say; private string Sa => \"\"; }")]
    [InlineData(Client + " public sealed partial class Client;")]
    [InlineData(Service + " public abstract partial class Served { public string Client => \"\"; protected Served(ChannelBase channel) { } }")]
    [InlineData(Service + " public abstract partial class Client;")]
    public Task TMD126_is_not_reported(string source) => CallSource.VerifyAsync(source);

    [Theory]
    [InlineData(Client + " [RequestMetadata<Caller>, RequestMetadata<{|TMD127:Same|}>] public sealed partial class Calls;", "string TenantId")]
    [InlineData(Client + " [RequestMetadata<Caller>, RequestMetadata<{|TMD127:Same|}>(Method = \"Say\")] public sealed partial class Calls;", "string TenantId")]
    [InlineData(Client + " [RequestMetadata<Same>, RequestMetadata<{|TMD127:Caller|}>] public sealed partial class Calls;", "[MetadataPrefix(\"tenant-\")] System.Collections.Generic.IReadOnlyDictionary<string, string> All")]
    [InlineData(Service + " [RequestMetadata<Caller>, RequestMetadata<{|TMD127:Same|}>(Method = \"Say\"), RequestMetadata<Same>(Method = \"List\")] public abstract partial class Served;", "string TenantId")]
    [InlineData(Client + " [RequestMetadata<Caller>, RequestMetadata<Trace>, RequestMetadata<{|TMD127,TMD127:Same|}>] public sealed partial class Calls;", "string TenantId, string TraceId")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Contract))] public sealed partial class Calls; [TypedService<Greeter.GreeterBase>(Contract = typeof(Contract))] public abstract partial class Served; [RequestMetadata<Caller>, RequestMetadata<{|TMD127:Same|}>] public static class Contract;", "string TenantId")]
    public Task TMD127_two_records_with_one_key(string marked, string properties) => CallSource.VerifyAsync(marked, $"using TypedMetadata; [GrpcMetadata] public sealed partial record Same({properties});");

    [Theory]
    [InlineData(Client + " [RequestMetadata<Caller>(Method = \"Say\"), RequestMetadata<Same>(Method = \"List\")] public sealed partial class Calls;", "string TenantId")]
    [InlineData(Client + " [RequestMetadata<Caller>, TrailingMetadata<Stamp>, RequestMetadata<Same>] public sealed partial class Calls;", "string Ticks")]
    public Task TMD127_is_not_reported(string marked, string properties) => CallSource.VerifyAsync(marked, $"using TypedMetadata; [GrpcMetadata] public sealed partial record Same({properties});");

    [Fact]
    public Task TMD127_can_be_suppressed() => CallSource.VerifyAsync(
        "#pragma warning disable TMD127\n" + Client + " [RequestMetadata<Caller>, RequestMetadata<Same>] public sealed partial class Calls; [GrpcMetadata] public sealed partial record Same(string TenantId);");

    /// <summary>Records whose names meet each other, a parameter or a local of what is generated.</summary>
    [Theory]
    [InlineData("Request")]
    [InlineData("Options")]
    [InlineData("Deadline")]
    [InlineData("CancellationToken")]
    [InlineData("Call")]
    [InlineData("Context")]
    [InlineData("Metadata")]
    [InlineData("RequestStream")]
    [InlineData("ResponseStream")]
    [InlineData("Event")]
    [InlineData("@class")]
    public Task Record_with_the_name_of_a_parameter(string name) => CallSource.VerifyAsync($$"""
        namespace Mine
        {
            [GrpcMetadata(MetadataPositions.All)] public sealed partial record {{name}}(string Mine);
        }

        namespace Yours
        {
            [GrpcMetadata(MetadataPositions.All)] public sealed partial record {{name}}(string Yours);
        }

        namespace Typed
        {
            [TypedClient<Greeter.GreeterClient>, RequestMetadata<Mine.{{name}}>, RequestMetadata<Yours.{{name}}>, InitialMetadata<Mine.{{name}}>, TrailingMetadata<Yours.{{name}}>]
            public sealed partial class Calls;

            [TypedService<Greeter.GreeterBase>, RequestMetadata<Mine.{{name}}>, RequestMetadata<Yours.{{name}}>(Enforcement = ContractEnforcement.ReportOnly), InitialMetadata<Mine.{{name}}>, TrailingMetadata<Yours.{{name}}>]
            public abstract partial class Served;
        }
        """);

    [Fact]
    public Task RPC_named_Client() => CallSource.VerifyAsync("""
        public static class Odd
        {
            public static void BindService(ServiceBinderBase binder, OddBase service) { }

            [BindServiceMethod(typeof(Odd), "BindService")]
            public abstract class OddBase
            {
                public virtual Task<HelloReply> Client(HelloRequest request, ServerCallContext context) => null!;
                public virtual Task<HelloReply> ToString(HelloRequest request, ServerCallContext context) => null!;
            }

            public class OddClient : ClientBase<OddClient>
            {
                public OddClient(CallInvoker callInvoker) : base(callInvoker) { }
                private OddClient(ClientBaseConfiguration configuration) : base(configuration) { }
                public virtual AsyncUnaryCall<HelloReply> ClientAsync(HelloRequest request, CallOptions options) => null!;
                public virtual AsyncUnaryCall<HelloReply> ToStringAsync(HelloRequest request, CallOptions options) => null!;
                [Obsolete("old")] public virtual AsyncUnaryCall<HelloReply> OldAsync(HelloRequest request, CallOptions options) => null!;
                protected override OddClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
            }
        }

        [TypedClient<Odd.OddClient>, RequestMetadata<Caller>(Method = nameof(Odd.OddBase.Client)), TrailingMetadata<End>]
        public sealed partial class Calls;

        [TypedService<Odd.OddBase>, RequestMetadata<Caller>(Method = nameof(Odd.OddBase.Client)), TrailingMetadata<End>]
        public abstract partial class Served;

        public static class Uses
        {
            public static TypedUnaryCallWithTrailing<HelloReply, End> Use(Calls calls) => calls.Client(new HelloRequest(), new Caller("acme"));
            public static Odd.OddClient Get(Calls calls) => calls.GeneratedClient;
        }
        """);

    /// <summary>Code that is not finished, or that C# itself rejects: nothing throws, and no rule of ours speaks where C# does.</summary>
    [Theory]
    [InlineData("[TypedClient] public sealed partial class Calls;")]
    [InlineData("[TypedClient<>] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Missing>] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Greeter.Missing>, RequestMetadata<Missing>(Method = nameof(Missing))] public sealed partial class Calls;")]
    [InlineData("[TypedService<Missing>] public abstract partial class Served : Missing;")]
    [InlineData(Service + " public abstract partial class Served : Missing;")]
    [InlineData(Client + Client + " public sealed partial class Calls;")]
    [InlineData(Client + " public sealed partial class Calls; " + Client + " partial class Calls;")]
    [InlineData(Client + " public partial struct Calls;")]
    [InlineData(Client + " public partial interface ICalls;")]
    [InlineData(Client + " public enum Calls { }")]
    [InlineData(Client + " public sealed partial class")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof())] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(Missing))] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = typeof(string[]))] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = new[] { 1 })] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Contract = null, Contract = null)] public sealed partial class Calls;")]
    [InlineData("[TypedClient<Greeter.GreeterClient>(Missing = 1)] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<Caller>(Method = nameof(Greeter.GreeterClient.Missing)), RequestMetadata<Caller>(Method = )] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<>, InitialMetadata, TrailingMetadata<End>(Method = 3)] public sealed partial class Calls;")]
    [InlineData(Client + " [RequestMetadata<Caller>(Method = new[] { \"Say\" }, Enforcement = \"x\")] public sealed partial class Calls;")]
    [InlineData("public class Outer<T> { [TypedClient<T>, RequestMetadata<T>] public sealed partial class Calls; }")]
    public async Task Code_that_is_not_finished_breaks_nothing(string source)
    {
        Compilation compilation = CallSource.Compile(source);
        ImmutableArray<Diagnostic> reported = await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules);
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "AD0001");
        Assert.Contains(Generation.Generate(compilation).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || source.Contains("string[]", StringComparison.Ordinal));
    }

    private static string Also(string attributes) => attributes.Length == 0 ? "" : ", " + attributes;
}
