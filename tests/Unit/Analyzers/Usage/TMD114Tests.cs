namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD114: a record is named where no call arrives.</summary>
public sealed class TMD114Tests
{
    private const string Say = "Task<string> Say(string request, ServerCallContext context) => null!;";

    [Theory]
    [InlineData("""} [{|TMD114:RequestMetadata<Caller>|}] public class Logic { } static void Rest() {""")]
    [InlineData("""} [{|TMD114:InitialMetadata<Begin>|}, {|TMD114:TrailingMetadata<End>|}] public class Logic<T> { } static void Rest() {""")]
    [InlineData("""} [{|TMD114:RequestMetadata<Caller>|}] public static void Method() {""")]
    [InlineData("""} public class Service : Greeter.GreeterBase { [{|TMD114:RequestMetadata<Caller>|}] public void Helper() { } } static void Rest() {""")]
    [InlineData("} public class Service : Greeter.GreeterBase { [{|TMD114:RequestMetadata<Caller>|}] public new " + Say + " } static void Rest() {")]
    [InlineData("} public class Service : Greeter.GreeterBase { [{|TMD114:RequestMetadata<Caller>|}] public override string ToString() => \"\"; } static void Rest() {")]
    [InlineData("""} public interface IPlain { [{|TMD114:RequestMetadata<Caller>|}] void Do(); } static void Rest() {""")]
    public Task TMD114_is_reported_on_the_attribute(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""} [RequestMetadata<Caller>] public class Service : Greeter.GreeterBase { } [TrailingMetadata<End>] public sealed class Derived : Service { } static void Rest() {""")]
    [InlineData("} public class Service : Greeter.GreeterBase { [RequestMetadata<Caller>] public override " + Say + " } public class Derived : Service { [TrailingMetadata<End>] public override " + Say + " } static void Rest() {")]
    [InlineData("""} public static class Old { public static void BindService(ServiceBinderBase binder, OldBase service) { } [RequestMetadata<Caller>] public abstract class OldBase { [RequestMetadata<Caller>] public virtual void Do() { } } } static void Rest() {""")]
    [InlineData("""} public class ServiceContractAttribute : Attribute { } [ServiceContract] public interface IGreeter { [RequestMetadata<Caller>] void Do(); } [RequestMetadata<Caller>] public class Service : IGreeter { [TrailingMetadata<End>] public void Do() { } } static void Rest() {""")]
    [InlineData("""} [RequestMetadata<Caller>] public static class Contract { } [RequestMetadata<Caller>] public abstract class Open { } [TrailingMetadata<End>] public interface IContract { } static void Rest() {""")]
    public Task TMD114_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("[TypedClient<Greeter.GreeterClient>, RequestMetadata<Caller>] public sealed partial class Calls;")]
    [InlineData("[TypedService<Greeter.GreeterBase>, TrailingMetadata<End>] public abstract partial class Served;")]
    public Task TMD114_is_not_reported_of_typed_clients_and_services(string source) => CallSource.VerifyAsync(source);

    [Fact]
    public async Task TMD114_says_what_a_contract_is() => Assert.Contains(
        "TMD114: 'Logic' is no gRPC service, so nothing looks at [RequestMetadata] there: move it to the class that is mapped; if this is the contract of a typed client or service, make it a static class",
        await UsageSource.MessagesAsync("} [RequestMetadata<Caller>] public class Logic { } static void Rest() {"));

    [Fact]
    public Task TMD114_can_be_suppressed() => UsageSource.VerifyAsync("""
        }
        #pragma warning disable TMD114
        [RequestMetadata<Caller>] public static void Method() {
        """);
}
