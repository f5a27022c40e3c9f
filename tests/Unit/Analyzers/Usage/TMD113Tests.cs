namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD113: a service is mapped whose metadata nobody checks.</summary>
public sealed class TMD113Tests
{
    private const string Services = """
        using Grpc.Core;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        namespace Services;

        [RequestMetadata<Caller>] public class Named : Greeter.GreeterBase;
        public sealed class Derived : Named;
        [TrailingMetadata<End>] public sealed class Trailing : Greeter.GreeterBase;
        public sealed class OfMethod : Greeter.GreeterBase { [RequestMetadata<Caller>] public override System.Threading.Tasks.Task<string> Say(string request, ServerCallContext context) => null!; }
        public sealed class Plain : Greeter.GreeterBase;
        public sealed class Other;

        """;

    [Theory]
    [InlineData("services.AddGrpc(); {|TMD113:app.MapGrpcService<Named>()|};")]
    [InlineData("{|TMD113:app.MapGrpcService<Derived>()|}.RequireHost(\"a\");")]
    [InlineData("app.MapGrpcService<Plain>(); {|TMD113:app.MapGrpcService<Trailing>()|}; {|TMD113:app.MapGrpcService<OfMethod>()|};")]
    [InlineData("{|TMD113:GrpcEndpointRouteBuilderExtensions.MapGrpcService<Named>(app)|};")]
    public Task TMD113_is_reported_where_the_service_is_mapped(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("services.AddGrpc().AddTypedMetadata(); app.MapGrpcService<Named>();")]
    [InlineData("app.MapGrpcService<Named>(); } static void Rest(IServiceCollection services) { services.AddGrpc().AddTypedMetadata(options => options.MaxResponseMetadataSize = 1);")]
    [InlineData("services.AddGrpc(); app.MapGrpcService<Plain>(); app.MapGrpcService<Other>();")]
    [InlineData("services.AddGrpc();")]
    [InlineData("MapGrpcService<Named>(); } static void MapGrpcService<T>() {")]
    public Task TMD113_is_not_reported(string statements) => VerifyAsync(statements);

    [Fact]
    public Task TMD113_can_be_suppressed() => VerifyAsync("""
        #pragma warning disable TMD113
        app.MapGrpcService<Named>();
        """);

    private static Task VerifyAsync(string statements) => UsageSource.VerifyFileAsync($$"""
        {{Services}}
        public static class Setup { public static void Run(IServiceCollection services, WebApplication app) {
        {{statements}}
        } }
        """);
}
