using Grpc.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>One bad value fails one call. Alone, CR, LF or NUL would close the connection with every call on it.</summary>
public sealed class IsolationTests
{
    private const int Neighbours = 10;

    [Fact]
    public Task Typed_value_with_a_newline_throws_at_the_call_site() => VerifyAsync(client =>
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => client.UnaryAsync(new EchoMessage(), new Caller("a\nb", new byte[] { 1 })));
        Assert.Equal("tenant-id", Assert.Single(exception.Errors).Key);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("a\0b")]
    [InlineData("é")]
    public Task Untyped_bad_value_fails_alone(string value) => VerifyAsync(async client =>
    {
        RpcException exception = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoMessage(), new Metadata { { "x-note", value } }));
        Assert.Equal(StatusCode.Internal, exception.StatusCode);
        Assert.Contains("'x-note'", exception.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", exception.ToString(), StringComparison.Ordinal);
    });

    private static async Task VerifyAsync(Func<Echo.EchoClient, Task> misbehaveAsync)
    {
        using SemaphoreSlim arrived = new(0);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using EchoServer server = await EchoServer.StartAsync(async _ =>
        {
            arrived.Release();
            await release.Task;
        });

        Task<string>[] neighbours = [.. Enumerable.Range(0, Neighbours).Select(async i => (await server.Client.UnaryAsync(new EchoMessage { Text = $"{i}" })).Text)];
        for (int i = 0; i < Neighbours; i++)
        {
            await arrived.WaitAsync();
        }

        await misbehaveAsync(server.Client);
        release.SetResult();
        Assert.Equal(Enumerable.Range(0, Neighbours).Select(i => $"{i}"), await Task.WhenAll(neighbours));
    }
}
