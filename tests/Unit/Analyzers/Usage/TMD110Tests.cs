namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD110: attributes of services that name a record.</summary>
public sealed class TMD110Tests
{
    [Theory]
    [InlineData("""} [RequestMetadata<{|TMD110:End|}>] public static void Method() {""")]
    [InlineData("""} [InitialMetadata<{|TMD110:Caller|}>, TrailingMetadata<{|TMD110:Begin|}>] public class Service { } static void Rest() {""")]
    [InlineData("""} [TypedMetadata.TrailingMetadataAttribute<{|TMD110:string|}>] public class Service { } static void Rest() {""")]
    public Task TMD110_is_reported_on_the_record(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""} [RequestMetadata<Caller>, InitialMetadata<Begin>, TrailingMetadata<End>, TrailingMetadata<Stamp>] public class Service : Greeter.GreeterBase { [RequestMetadata<Stamp>] public override Task<string> Say(string request, ServerCallContext context) => null!; } static void Rest() {""")]
    [InlineData("""} [Generic<End>] public class Service { } public sealed class GenericAttribute<T> : Attribute { } static void Rest() {""")]
    public Task TMD110_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("[TypedClient<Greeter.GreeterClient>, RequestMetadata<{|TMD123:End|}>] public sealed partial class Calls;")]
    [InlineData("[TypedService<Greeter.GreeterBase>, TrailingMetadata<{|TMD123:string|}>] public abstract partial class Served;")]
    public Task TMD110_is_not_reported_of_typed_clients_and_services(string source) => CallSource.VerifyAsync(source);

    [Fact]
    public Task TMD110_can_be_suppressed() => UsageSource.VerifyAsync("""
        }
        #pragma warning disable TMD110
        [RequestMetadata<End>] public static void Method() {
        """);

    [Fact]
    public Task TMD110_can_be_suppressed_where_it_stands() => UsageSource.VerifyAsync("""
        } [SuppressMessage("TypedMetadata", "TMD110")] [RequestMetadata<End>] public static void Method() {
        """);
}
