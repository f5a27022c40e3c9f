using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Vectors;

/// <summary>A real server and an HTTP/2 client of the tests' own, for one row.</summary>
internal static class VectorServer
{
    private const string Unary = "/echo.Echo/Unary";

    /// <summary>Sends fields to a server that does something with the call.</summary>
    internal static async Task<RawAnswer> CallAsync(Func<ServerCallContext, Task> behaviour, params RawField[] fields)
    {
        await using EchoServer server = await EchoServer.StartAsync(behaviour);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        return await connection.CallAsync(Unary, new EchoMessage { Text = "hello" }.ToByteArray(), fields, patience.Token);
    }

    /// <summary>Sends fields, and has the server read them.</summary>
    internal static async Task<(RawAnswer Answer, T? Value)> ReadAsync<T>(Func<ServerCallContext, T> read, params RawField[] fields)
    {
        T? value = default;
        RawAnswer answer = await CallAsync(
            context =>
            {
                value = read(context);
                return Task.CompletedTask;
            },
            fields);
        return (answer, value);
    }

    /// <summary>Asserts that the server rejected the request by the key, or that Kestrel closed the connection on such bytes.</summary>
    internal static void AssertRejected(RawAnswer answer, string key)
    {
        if (answer.Ending != RawEnding.GoAway)
        {
            Assert.Equal("3", answer.GrpcStatus);
            Assert.Contains($"'{key}'", Uri.UnescapeDataString(Assert.Single(answer.HeaderValues("grpc-message"))), StringComparison.Ordinal);
        }
    }
}
