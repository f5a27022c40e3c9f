using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD109: typed records given to what takes raw metadata.</summary>
public sealed class TMD109Tests
{
    [Theory]
    [InlineData("""await context.WriteResponseHeadersAsync({|TMD109:begin.ToMetadata()|}); await context.WriteResponseHeadersAsync({|TMD109:stamp|});""")]
    [InlineData("""context.ResponseTrailers.Write({|TMD109:end|}); context?.ResponseTrailers?.Write({|TMD109:end|});""")]
    [InlineData("""foreach (Metadata.Entry entry in {|TMD109:end.ToMetadata()|}) { if (!entry.IsBinary) { context.ResponseTrailers.Add(entry); } }""")]
    [InlineData("""throw new RpcException(status, {|TMD109:end.ToMetadata()|}, "why");""")]
    [InlineData("""throw new RpcException(status, {|TMD109:stamp|});""")]
    public Task TMD109_is_reported_where_a_typed_method_does_it(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""await context.WriteResponseHeadersAsync({|TMD109:end.ToMetadata()|}); await context.WriteResponseHeadersAsync({|TMD109:caller|});""")]
    [InlineData("""context.ResponseTrailers.Write({|TMD109:begin|}); foreach (Metadata.Entry entry in {|TMD109:caller.ToMetadata()|}) { context.ResponseTrailers.Add(entry); }""")]
    [InlineData("""throw new RpcException(trailers: {|TMD109:begin?.ToMetadata()|}!, status: status);""")]
    [InlineData("""client.Say(text, {|TMD109:end.ToMetadata()|}); client.Say(text, new CallOptions({|TMD109:begin.ToMetadata()|})); _ = new CallOptions().WithHeaders({|TMD109:end.ToMetadata()|});""")]
    public Task TMD109_is_reported_where_the_position_is_wrong(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""await context.WriteInitialMetadataAsync(begin); context.SetTrailingMetadata(end); throw new RpcException(status);""")]
    [InlineData("""client.Say(text, caller); client.Say(text, caller.ToMetadata()); client.Say(text, stamp); client.Say(text); client.Say(text, new CallOptions(caller));""")]
    [InlineData("""await context.WriteResponseHeadersAsync(metadata); context.ResponseTrailers.Add("x", text); throw new RpcException(status, metadata);""")]
    [InlineData("""metadata.Write(end); foreach (Metadata.Entry entry in end.ToMetadata()) { metadata.Add(entry); } foreach (Metadata.Entry entry in metadata) { context.ResponseTrailers.Add(entry); }""")]
    [InlineData("""context.RequestHeaders.TryRead<Caller>(out Caller? read); context.ResponseTrailers.Add(new Metadata.Entry("x", text));""")]
    public Task TMD109_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("public sealed class Rejected(End end) : RpcException(Status.DefaultCancelled, end.ToMetadata());")]
    [InlineData("public static class Failures { public static RpcException Of(End end) => new(Status.DefaultCancelled, end.ToMetadata()); }")]
    [InlineData("public sealed class Rejected(End end, ServerCallContext context) : RpcException(Status.DefaultCancelled, {|TMD109:end.ToMetadata()|}) { public ServerCallContext Call => context; }")]
    [InlineData("public sealed class Handler(ServerCallContext call) { public RpcException Of(End end) => new(call.Status, {|TMD109:end.ToMetadata()|}); }")]
    [InlineData("public sealed class Handler { private ServerCallContext? _call = null; public RpcException Of(End end) => new(_call!.Status, {|TMD109:end.ToMetadata()|}); }")]
    public Task TMD109_is_silent_of_an_exception_where_no_call_is_at_hand(string declaration) => MarkedSource.VerifyUsageAsync($$"""
        using Grpc.Core;
        using TypedMetadata;
        [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows);
        {{declaration}}
        """);

    [Fact]
    public Task TMD109_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD109
        context.ResponseTrailers.Write(end);
        """);

    [Theory]
    [InlineData("await context.WriteResponseHeadersAsync(begin.ToMetadata());", "'Begin' is given to WriteResponseHeadersAsync, which pads its -bin values: write it with WriteInitialMetadataAsync")]
    [InlineData("context.ResponseTrailers.Write(end);", "'End' is given to ResponseTrailers, where writing it again repeats its keys: set it with SetTrailingMetadata")]
    [InlineData("throw new RpcException(status, end.ToMetadata());", "'End' is given to RpcException, which adds it to trailers that are set already: set it with SetTrailingMetadata before you throw")]
    [InlineData("context.ResponseTrailers.Write(begin);", "'Begin' is initial metadata, but is given to ResponseTrailers, which sends trailing metadata: write it with WriteInitialMetadataAsync, or add MetadataPositions.Trailing to its [GrpcMetadata]")]
    [InlineData("client.Say(text, end.ToMetadata());", "'End' is trailing metadata, but is given to Say, which sends request metadata: set it with SetTrailingMetadata, or add MetadataPositions.Request to its [GrpcMetadata]")]
    public async Task TMD109_names_the_typed_method(string statements, string message) =>
        Assert.Equal("TMD109: " + message, Assert.Single(await UsageSource.MessagesAsync(statements)));

    [Fact]
    public async Task TMD109_says_no_more_where_the_compiler_rejects()
    {
        const string Rejected = "await context.WriteResponseHeadersAsync(begin);";
        Compilation compilation = Generation.Generate(UsageSource.Compile(UsageSource.Wrap(Rejected)));
        Assert.Contains(compilation.GetDiagnostics(), diagnostic => diagnostic.Id == "CS0619");
        Assert.Empty(await UsageSource.MessagesAsync(Rejected));
    }

    [Fact]
    public async Task TMD109_asks_for_no_method_that_is_not_there()
    {
        const string Double = """
            using Grpc.Core;
            using TypedMetadata;
            [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows);
            [GrpcMetadata(MetadataPositions.Initial)] public sealed partial record Begin(long Rows);
            public static class Doubles
            {
                public static RpcException Failing(ServerCallContext? context, End end) => new(Status.DefaultCancelled, end.ToMetadata());
                public static RpcException Wrong(Begin begin) => new(Status.DefaultCancelled, begin.ToMetadata());
            }
            """;
        Compilation compilation = Sources.Compile(Double);
        Compilation client = compilation.RemoveReferences(compilation.References.Where(reference => reference.Display!.EndsWith("TypedMetadata.AspNetCore.dll", StringComparison.Ordinal)));
        Assert.Equal(2, (await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules)).Length);
        Assert.Contains("'Begin' is initial metadata", Assert.Single(await Generation.AnalyzeAsync(client, BuildProperty.UsageRules)).GetMessage(), StringComparison.Ordinal);
    }
}
