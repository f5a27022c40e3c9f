using Grpc.Core;

namespace TypedMetadata.Interop;

/// <summary>A handler under test has no HttpContext: the typed methods then use what the double has.</summary>
public sealed class TestDoubleTests
{
    [Fact]
    public async Task Double_without_an_HttpContext_is_read_and_written()
    {
        Double context = new(new Caller("acme", new byte[] { 1, 2 }));
        Assert.Equal("acme", context.ReadRequestMetadata<Caller>().TenantId);
        Assert.False(context.TryReadRequestMetadata<Strict>(out _));

        await context.WriteInitialMetadataAsync(new Begin("node", [3]));
        Assert.Equal("node", context.Sent!.Read<Begin>().Node);

        context.SetTrailingMetadata(new End(1));
        context.SetTrailingMetadata(new End(2));
        Assert.Equal("2", Assert.Single(context.ResponseTrailers).Value);
    }

    [Fact]
    public void AddInitialMetadata_of_a_double_writes_at_once_or_says_that_it_cannot()
    {
        Double context = new([]);
        context.AddInitialMetadata(new Begin("node", [3]));
        Assert.Equal("node", context.Sent!.Read<Begin>().Node);

        InvalidOperationException slow = Assert.Throws<InvalidOperationException>(
            () => new Double([]) { Sending = new TaskCompletionSource().Task }.AddInitialMetadata(new Begin("node", [3])));
        Assert.Contains("Await WriteInitialMetadataAsync instead", slow.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Double_without_an_HttpContext_has_the_deadline_and_the_peer_that_it_says()
    {
        Assert.Equal(Deadline.Infinite, new Double([]).GetDeadline());
        Assert.InRange(new Double([]) { At = DateTime.UtcNow.AddHours(1) }.GetDeadline().TimeRemaining, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.Equal(Deadline.Infinite, new Double([]) { At = default }.GetDeadline());
        Assert.True(new Double([]) { At = DateTime.UtcNow.AddHours(-1) }.GetDeadline().HasExpired);

        Assert.Equal(PeerKind.Unknown, new Double([]).GetPeer().Kind);
        Assert.Equal("ipv4:127.0.0.1:5", new Double([]) { From = "ipv6:[::ffff:127.0.0.1]:5" }.GetPeer().ToString());
        Assert.Equal(PeerKind.Unknown, new Double([]) { From = "nonsense" }.GetPeer().Kind);
    }

    private sealed class Double(Metadata requestHeaders) : ServerCallContext
    {
        internal Metadata? Sent { get; private set; }

        internal Task Sending { get; init; } = Task.CompletedTask;

        internal string From { get; init; } = "unknown";

        internal DateTime At { get; init; } = DateTime.MaxValue;

        protected override string MethodCore => "/test/Method";

        protected override string HostCore => "localhost";

        protected override string PeerCore => From;

        protected override DateTime DeadlineCore => At;

        protected override Metadata RequestHeadersCore => requestHeaders;

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore => new(null, []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
        {
            Sent = responseHeaders;
            return Sending;
        }
    }
}
