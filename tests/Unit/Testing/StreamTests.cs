using Grpc.Core;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>The doubles of streams.</summary>
public sealed class StreamTests
{
    private static readonly CancellationToken _cancelled = new(canceled: true);

    [Fact]
    public async Task Reader_gives_its_messages_and_counts_them()
    {
        TestAsyncStreamReader<string> reader = new("a", "b");
        Assert.True(await reader.MoveNext(CancellationToken.None));
        Assert.Equal(("a", 1), (reader.Current, reader.MessagesRead));
        Assert.Equal(["b"], await reader.ReadAllAsync().ToListAsync());
        Assert.False(await reader.MoveNext(CancellationToken.None));
        Assert.Equal(2, reader.MessagesRead);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.MoveNext(_cancelled));
    }

    [Fact]
    public async Task Reader_breaks_after_its_messages()
    {
        TestAsyncStreamReader<string> reader = new(["a"], new IOException("The client is gone."));
        Assert.True(await reader.MoveNext(CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => reader.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task Server_writer_keeps_messages_without_a_call_too()
    {
        TestServerStreamWriter<string> writer = new() { WriteOptions = new WriteOptions(WriteFlags.BufferHint) };
        await writer.WriteAsync("a");
        await writer.WriteAsync("b", CancellationToken.None);
        Assert.Equal(["a", "b"], writer.Messages);
        Assert.Equal(WriteFlags.BufferHint, writer.WriteOptions.Flags);
        await Assert.ThrowsAsync<ArgumentNullException>(() => writer.WriteAsync(null!));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.WriteAsync("c", _cancelled));
    }

    [Fact]
    public async Task Client_writer_keeps_messages_until_it_is_completed()
    {
        TestClientStreamWriter<string> writer = new() { WriteOptions = new WriteOptions(WriteFlags.BufferHint) };
        await writer.WriteAsync("a");
        await writer.WriteAsync("b", CancellationToken.None);
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => writer.WriteAsync("c", _cancelled))).StatusCode);
        Assert.False(writer.IsCompleted);
        await writer.CompleteAsync();
        Assert.True(writer.IsCompleted);
        InvalidOperationException late = await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync("d"));
        Assert.Equal("Request stream has already been completed.", late.Message);
        Assert.Equal(["a", "b"], writer.Messages);
        Assert.Equal(WriteFlags.BufferHint, writer.WriteOptions.Flags);
    }
}
