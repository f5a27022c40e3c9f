using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Client;

/// <summary>The C# of the page on propagation compiles.</summary>
public sealed partial class PropagationPageTests
{
    private const string Around = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Grpc.Core;
        using Grpc.Core.Interceptors;
        using Grpc.Net.Client;
        using Microsoft.Extensions.DependencyInjection;
        using TypedMetadata;

        public sealed record Session(CallerInfo? Caller);
        public sealed record Query;

        // What protoc's C# plugin writes.
        public static class Orders
        {
            public sealed class OrdersClient : ClientBase<OrdersClient>
            {
                public OrdersClient(ChannelBase channel) : base(channel) { }
                public OrdersClient(CallInvoker invoker) : base(invoker) { }
                private OrdersClient(ClientBaseConfiguration configuration) : base(configuration) { }
                protected override OrdersClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
                public AsyncUnaryCall<Query> ListAsync(Query query, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellation = default) => throw new NotSupportedException();
                public AsyncUnaryCall<Query> ListAsync(Query query, CallOptions options) => throw new NotSupportedException();
            }
        }

        public static class Stock
        {
            public sealed class StockClient : ClientBase<StockClient>
            {
                public StockClient(CallInvoker invoker) : base(invoker) { }
                private StockClient(ClientBaseConfiguration configuration) : base(configuration) { }
                protected override StockClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
            }
        }
        """;

    [Fact]
    public void Every_block_compiles()
    {
        string[] blocks = [.. Block().Matches(Repository.Read("docs/propagation.md")).Select(match => match.Groups[1].Value)];
        Assert.True(blocks.Length >= 6);
        IEnumerable<string> methods = blocks.Skip(1).Select((block, number) =>
            $"public static class Block{number} {{ public static async Task RunAsync(IServiceCollection services, GrpcChannel channel) {{ await Task.Yield(); {block} }} }}");
        Compilation compilation = Generation.Generate(Sources.Compile([$"{Around}\n{blocks[0]}\n{string.Join('\n', methods)}"]));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1591" or "CS1701")));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
