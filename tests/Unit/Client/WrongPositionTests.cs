using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Client;

/// <summary>A record of another position does not compile where a client's calls are set up, and the message says what to do.</summary>
public sealed class WrongPositionTests
{
    private const string Records = """
        [TypedMetadata.GrpcMetadata] public sealed partial record Caller(string Name);
        [TypedMetadata.GrpcMetadata(TypedMetadata.MetadataPositions.Initial)] public sealed partial record Begin(string Node);
        [TypedMetadata.GrpcMetadata(TypedMetadata.MetadataPositions.Trailing)] public sealed partial record End(long Rows);
        public sealed record Plain(string Name);
        [TypedMetadata.GrpcMetadata(TypedMetadata.MetadataPositions.All)] public readonly partial record struct Any(long Rows);
        """;

    [Theory]
    [InlineData("options.WithMetadata(new End(1))", "MetadataPositions.Request")]
    [InlineData("client.AddRequestMetadata(_ => new End(1))", "MetadataPositions.Request")]
    [InlineData("client.PropagateRequestMetadata<End>()", "MetadataPositions.Request")]
    [InlineData("client.PropagateRequestMetadata<End>(options => options.IncludeSensitive = true)", "MetadataPositions.Request")]
    [InlineData("client.PropagateRequestMetadata<Begin>(options => options.SuppressContextNotFoundErrors = true)", "MetadataPositions.Request")]
    [InlineData("policy.WithExposedMetadata<Caller>()", "WithHeaders")]
    public void Wrong_one_is_rejected(string use, string remedy)
    {
        Diagnostic rejection = Assert.Single(Problems(use));
        Assert.Equal("CS0619", rejection.Id);
        Assert.Contains(remedy, rejection.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("options.WithMetadata(new Plain(\"x\"))", "declare the type as a [GrpcMetadata] partial record")]
    [InlineData("options.WithMetadata(new Metadata())", "declare the type as a [GrpcMetadata] partial record")]
    [InlineData("context.ReadRequestMetadata<Plain>()", "declare the type as a [GrpcMetadata] partial record")]
    [InlineData("context.TryReadRequestMetadata<Plain>(out _)", "declare the type as a [GrpcMetadata] partial record")]
    [InlineData("context.TryReadRequestMetadata(out Plain? plain, out _)", "declare the type as a [GrpcMetadata] partial record")]
    [InlineData("context.GetHttpContext().ReadRequestMetadata<int>()", "declare the type as a [GrpcMetadata] partial record")]
    [InlineData("context.WriteInitialMetadataAsync(new Plain(\"x\"))", "declare the type as a [GrpcMetadata(MetadataPositions.Initial)] partial record")]
    [InlineData("context.TrySetTrailingMetadata(new Plain(\"x\"), out _)", "declare the type as a [GrpcMetadata(MetadataPositions.Trailing)] partial record")]
    [InlineData("new Status().ToRpcException(new Plain(\"x\"))", "declare the type as a [GrpcMetadata(MetadataPositions.Trailing)] partial record")]
    [InlineData("call.TrailingMetadata().Read<Plain>()", "declare the type as a [GrpcMetadata(MetadataPositions.Trailing)] partial record")]
    [InlineData("call.InitialMetadata().ReadAsync<Plain>()", "declare the type as a [GrpcMetadata(MetadataPositions.Initial)] partial record")]
    [InlineData("call.InitialMetadata().Read<Begin>()", "await ReadAsync<T>()")]
    public void Type_that_is_no_record_is_told_what_to_become(string use, string remedy) => Wrong_one_is_rejected(use, remedy);

    [Theory]
    [InlineData("options.WithMetadata(new Caller(\"x\")).WithMetadata(new Any(1))")]
    [InlineData("client.AddRequestMetadata(_ => (Caller?)null).AddRequestMetadata(_ => new Any(1))")]
    [InlineData("client.PropagateRequestMetadata<Caller>().PropagateRequestMetadata<Any>(options => options.SuppressContextNotFoundErrors = true).PropagateRequestMetadata<Caller>(options => options.IncludeSensitive = true)")]
    [InlineData("policy.WithExposedMetadata<Begin>().WithExposedMetadata<End>().WithExposedMetadata<Any>()")]
    public void Right_one_compiles(string use) => Assert.Empty(Problems(use));

    private static IEnumerable<Diagnostic> Problems(string use)
    {
        string source = $$"""
            using Grpc.Core;
            using Microsoft.AspNetCore.Cors.Infrastructure;
            using Microsoft.Extensions.DependencyInjection;
            using TypedMetadata;

            public static class Uses
            {
                public static object Run(CallOptions options, IHttpClientBuilder client, CorsPolicyBuilder policy, ServerCallContext context, AsyncUnaryCall<string> call) => {{use}};
            }
            """;
        return Generation.Generate(Sources.Compile(Records, source)).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1591" or "CS1701"));
    }
}
