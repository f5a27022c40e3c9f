using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfCalls;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers;

/// <summary>Marked declarations of typed clients and typed services, beside the classes that protoc's plugin writes and records of each position.</summary>
internal static partial class CallSource
{
    private static readonly HashSet<string> _structural =
        [.. new CallsAnalyzer().SupportedDiagnostics.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).Select(rule => rule.Id)];

    // Public members without documentation, and packages for several frameworks.
    private static readonly string[] _unrelated = ["CS1591", "CS1701"];

    internal const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Grpc.Core;
        using TypedMetadata;

        """;

    /// <summary>A service with an RPC of each kind.</summary>
    internal const string Protoc = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Grpc.Core;

        public sealed class HelloRequest;
        public sealed class HelloReply;

        public static class Greeter
        {
            private static readonly Marshaller<HelloRequest> Requests = Marshallers.Create<HelloRequest>(_ => [], _ => new HelloRequest());
            private static readonly Marshaller<HelloReply> Replies = Marshallers.Create<HelloReply>(_ => [], _ => new HelloReply());

            public static void BindService(ServiceBinderBase binder, GreeterBase service) { }

            [BindServiceMethod(typeof(Greeter), "BindService")]
            public abstract class GreeterBase
            {
                public virtual Task<HelloReply> Say(HelloRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
                public virtual Task<HelloReply> Collect(IAsyncStreamReader<HelloRequest> requestStream, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
                public virtual Task List(HelloRequest request, IServerStreamWriter<HelloReply> responseStream, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
                public virtual Task Chat(IAsyncStreamReader<HelloRequest> requestStream, IServerStreamWriter<HelloReply> responseStream, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
            }

            public class GreeterClient : ClientBase<GreeterClient>
            {
                public GreeterClient(ChannelBase channel) : base(channel) { }
                public GreeterClient(CallInvoker callInvoker) : base(callInvoker) { }
                protected GreeterClient(ClientBaseConfiguration configuration) : base(configuration) { }
                public virtual HelloReply Say(HelloRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => Say(request, new CallOptions(headers, deadline, cancellationToken));
                public virtual HelloReply Say(HelloRequest request, CallOptions options) => CallInvoker.BlockingUnaryCall(Of(MethodType.Unary), null, options, request);
                public virtual AsyncUnaryCall<HelloReply> SayAsync(HelloRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => SayAsync(request, new CallOptions(headers, deadline, cancellationToken));
                public virtual AsyncUnaryCall<HelloReply> SayAsync(HelloRequest request, CallOptions options) => CallInvoker.AsyncUnaryCall(Of(MethodType.Unary), null, options, request);
                public virtual AsyncClientStreamingCall<HelloRequest, HelloReply> Collect(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => Collect(new CallOptions(headers, deadline, cancellationToken));
                public virtual AsyncClientStreamingCall<HelloRequest, HelloReply> Collect(CallOptions options) => CallInvoker.AsyncClientStreamingCall(Of(MethodType.ClientStreaming), null, options);
                public virtual AsyncServerStreamingCall<HelloReply> List(HelloRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => List(request, new CallOptions(headers, deadline, cancellationToken));
                public virtual AsyncServerStreamingCall<HelloReply> List(HelloRequest request, CallOptions options) => CallInvoker.AsyncServerStreamingCall(Of(MethodType.ServerStreaming), null, options, request);
                public virtual AsyncDuplexStreamingCall<HelloRequest, HelloReply> Chat(Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => Chat(new CallOptions(headers, deadline, cancellationToken));
                public virtual AsyncDuplexStreamingCall<HelloRequest, HelloReply> Chat(CallOptions options) => CallInvoker.AsyncDuplexStreamingCall(Of(MethodType.DuplexStreaming), null, options);
                protected override GreeterClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
                private static Method<HelloRequest, HelloReply> Of(MethodType type) => new(type, "Greeter", "Say", Requests, Replies);
            }
        }
        """;

    internal const string Records = """
        using TypedMetadata;

        [GrpcMetadata] public sealed partial record Caller(string TenantId);
        [GrpcMetadata] public sealed partial record Trace(string TraceId);
        [GrpcMetadata(MetadataPositions.Initial)] public sealed partial record Begin(int Shard);
        [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows);
        [GrpcMetadata(MetadataPositions.All)] public readonly partial record struct Stamp(long Ticks);
        """;

    /// <summary>
    /// Asserts that our analyzers report what is marked, there, and nothing else that a user sees; and that without them the compiler reports the structural rules of what is marked, and
    /// nothing else.
    /// </summary>
    internal static async Task VerifyAsync(string marked, params string[] others)
    {
        Diagnostic[] problems = [.. (await VerifyReportedAsync(marked, others)).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !_unrelated.Contains(diagnostic.Id))];
        Assert.All(problems, diagnostic => Assert.True(diagnostic.Id == "CS0619", diagnostic.ToString()));
        Assert.Equal(
            Marks(marked).Where(id => _structural.Contains(id)),
            problems.Select(diagnostic => Id().Match(diagnostic.GetMessage(null)).Value).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Asserts what is reported of source text that compiles, since nothing is generated for what is marked.</summary>
    internal static Task VerifyUntypedAsync(string marked) => MarkedSource.VerifyUsageAsync(Usings + marked, Protoc, Records);

    /// <summary>Asserts what is reported of source text that need not compile.</summary>
    internal static Task<Compilation> VerifyReportedAsync(string marked, params string[] others) => MarkedSource.VerifyAsync(Usings + marked, [Protoc, Records, .. others]);

    /// <summary>The messages of what is reported on source text without marks.</summary>
    internal static async Task<string[]> MessagesAsync(params string[] sources)
    {
        ImmutableArray<Diagnostic> reported = await Generation.AnalyzeAsync(Compile(sources), BuildProperty.UsageRules);
        return [.. reported.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];
    }

    internal static Compilation Compile(params string[] sources) => Sources.Compile([Usings + sources[0], .. sources.Skip(1), Protoc, Records]);

    private static IEnumerable<string> Marks(string marked) =>
        Mark().Matches(marked).SelectMany(match => match.Groups["ids"].Value.Split(',')).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\|(?<ids>[A-Z0-9,]+):")]
    private static partial Regex Mark();

    [GeneratedRegex("TMD[0-9]{3}")]
    private static partial Regex Id();
}
