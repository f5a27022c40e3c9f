using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>Marked statements in a method that has whatever they need.</summary>
internal static class UsageSource
{
    private const string Declarations = """
        using System;
        using Grpc.Core;
        using TypedMetadata;

        public static class Names
        {
            public const string Text = "x-text";
            public const string Binary = "x-data" + Metadata.BinaryHeaderSuffix;
            public static readonly string Unknown = "x-bin";
        }

        [GrpcMetadata]
        public sealed partial record Caller(string Name, [MetadataKey(Sensitive = true)] string Secret)
        {
            [MetadataKey("auth-bin", Sensitive = true)] public byte[]? Auth { get; init; }
        }

        [GrpcMetadata(MetadataPositions.Initial)] public sealed partial record Begin(int Shard);
        [GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record End(long Rows);
        [GrpcMetadata(MetadataPositions.All)] public readonly partial record struct Stamp(long Ticks);

        public static class Greeter
        {
            public static void BindService(ServiceBinderBase binder, GreeterBase service) { }

            [BindServiceMethod(typeof(Greeter), "BindService")]
            public abstract class GreeterBase
            {
                public virtual System.Threading.Tasks.Task<string> Say(string request, ServerCallContext context) => throw new NotSupportedException();
            }
        }

        [RequestMetadata<Caller>] public sealed class GreeterService : Greeter.GreeterBase;

        public sealed class Client : ClientBase<Client>
        {
            private Client(ClientBaseConfiguration configuration) : base(configuration) { }
            public void Say(string request, Metadata? headers = null, DateTime? deadline = null) { }
            public void Say(string request, CallOptions options) { }
            protected override Client NewInstance(ClientBaseConfiguration configuration) => new(configuration);
        }
        """;

    /// <summary>Asserts that the analyzer reports what is marked in a project that has the usage rules, there, and nothing else.</summary>
    internal static Task VerifyAsync(string statements) => MarkedSource.VerifyUsageAsync(Wrap(statements), Declarations);

    /// <summary>Asserts the same of a whole file.</summary>
    internal static Task VerifyFileAsync(string file) => MarkedSource.VerifyUsageAsync("using TypedMetadata;\n" + file, Declarations);

    /// <summary>What is reported on statements without marks.</summary>
    internal static async Task<string[]> MessagesAsync(string statements, Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions? options = null) =>
        [.. (await Generation.AnalyzeAsync(Sources.Compile(Wrap(statements), Declarations), options ?? BuildProperty.UsageRules)).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];

    /// <summary>A file with the statements in it.</summary>
    internal static string Wrap(string statements, string above = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Text;
        using System.Threading.Tasks;
        using Grpc.Core;
        using Microsoft.Extensions.Logging;
        using TypedMetadata;

        public static class Uses
        {
            {{above}}
            public static async Task RunAsync(
                Metadata metadata, string text, byte[] bytes, ServerCallContext context, ILogger logger, Client client,
                Caller caller, Begin begin, End end, Stamp stamp, Status status)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    /// <summary>A compilation of the statements and what they need.</summary>
    internal static Microsoft.CodeAnalysis.Compilation Compile(string file) => Sources.Compile(file, Declarations);
}
