using System.Net;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>What a test gives a call, and what a handler finds in it.</summary>
public sealed class ServerCallTests
{
    private static readonly CallerInfo _caller = new("acme", [1, 2]);

    [Fact]
    public void Any_number_of_records_are_read()
    {
        Labels labels = new(["a", "b"], [[1], [2, 3]]) { More = new Dictionary<string, string> { ["one"] = "1" } };
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(_caller).WithRequestMetadata(new TraceInfo("t-1")).WithRequestMetadata(labels);
        Assert.Equal(_caller, context.ReadRequestMetadata<CallerInfo>());
        Assert.Equal(new TraceInfo("t-1"), context.ReadRequestMetadata<TraceInfo>());
        Assert.True(context.TryReadRequestMetadata(out Labels? read));
        Assert.Equal(labels, read);
    }

    [Fact]
    public void Record_replaces_its_keys_also_those_that_it_leaves_out()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new TraceInfo("t-1", "p-1")).WithRequestMetadata(new TraceInfo("t-2"));
        Assert.Equal(new TraceInfo("t-2"), context.ReadRequestMetadata<TraceInfo>());
        Assert.Throws<MetadataException>(() => context.WithRequestMetadata(new TraceInfo("")));
        Assert.Equal(new TraceInfo("t-2"), context.ReadRequestMetadata<TraceInfo>());
    }

    [Fact]
    public void Every_missing_and_malformed_key_is_in_one_exception()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestEntry("auth-token-bin", "####").WithRequestEntry("attempt", "many");
        MetadataException rejection = Assert.ThrowsAny<MetadataException>(() => context.ReadRequestMetadata<CallerInfo>());
        Assert.Equal(MetadataPositions.Request, rejection.Position);
        Assert.Equal(
            [("attempt", MetadataErrorKind.Malformed), ("auth-token-bin", MetadataErrorKind.Malformed), ("tenant-id", MetadataErrorKind.Missing)],
            rejection.Errors.Select(error => (error.Key, error.Kind)).Order());
        Assert.False(context.TryReadRequestMetadata<CallerInfo>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(rejection.Errors, errors);
        Assert.Throws<FormatException>(() => context.RequestHeaders);
    }

    [Fact]
    public void Key_that_comes_twice_is_rejected()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(_caller).WithRequestEntry("tenant-id", "other");
        Assert.False(context.TryReadRequestMetadata<CallerInfo>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(("tenant-id", MetadataErrorKind.Duplicate), (Assert.Single(errors).Key, errors[0].Kind));
    }

    [Fact]
    public void Raw_request_headers_are_there_too()
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(_caller).WithRequestEntry("x-note", "a").WithRequestEntry("x-note", "b");
        Assert.Equal("acme", context.RequestHeaders.GetValue("tenant-id"));
        Assert.Equal([1, 2], context.RequestHeaders.GetValueBytes("auth-token-bin"));
        Assert.Equal("a,b", context.RequestHeaders.GetValue("x-note"));
        Assert.Equal("a,b,c", context.WithRequestEntry("x-note", "c").RequestHeaders.GetValue("x-note"));
    }

    [Fact]
    public void Deadline_keeps_its_clock()
    {
        FakeTimeProvider clock = new();
        TestServerCallContext context = new TestServerCallContext().WithDeadline(Deadline.After(TimeSpan.FromSeconds(5), clock));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(3), context.GetDeadline().TimeRemaining);
        Assert.Equal(context.GetDeadline().ToDateTime(), context.Deadline);
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.True(context.GetDeadline().HasExpired);
    }

    [Theory]
    [InlineData("ipv4:127.0.0.1:5")]
    [InlineData("ipv6:[::1]:5")]
    [InlineData("unix:/run/greeter")]
    [InlineData("unix:")]
    [InlineData("unix-abstract:greeter")]
    [InlineData("unknown")]
    public void WithPeer_gives_the_call_that_peer(string text)
    {
        Assert.True(Peer.TryParse(text, out Peer? peer));
        TestServerCallContext context = new TestServerCallContext().WithPeer(peer);
        Assert.Equal(peer, context.GetPeer());
        Assert.Equal(peer.ToString(), context.Peer);
    }

    [Fact]
    public void Method_host_cancellation_and_user_state_are_the_tests_own()
    {
        using CancellationTokenSource cancellation = new();
        TestServerCallContext context = new TestServerCallContext().WithMethod("/greeter.Greeter/SayHello").WithHost("example.test:443").WithCancellationToken(cancellation.Token);
        context.UserState["who"] = "me";
        Assert.Equal(("/greeter.Greeter/SayHello", "example.test:443", "me"), (context.Method, context.Host, context.UserState["who"]));
        cancellation.Cancel();
        Assert.True(context.CancellationToken.IsCancellationRequested);
        Assert.True(context.GetHttpContext().RequestAborted.IsCancellationRequested);
    }

    [Fact]
    public void Call_without_settings_has_no_metadata()
    {
        TestServerCallContext context = new();
        Assert.Equal((Deadline.Infinite, DateTime.MaxValue, PeerKind.Unknown, "unknown"), (context.GetDeadline(), context.Deadline, context.GetPeer().Kind, context.Peer));
        Assert.Equal(("/test.Service/Method", "localhost"), (context.Method, context.Host));
        Assert.Empty(context.RequestHeaders);
        Assert.Empty(context.InitialMetadata);
        Assert.Empty(context.TrailingMetadata);
        Assert.False(context.IsInitialMetadataSent);
        Assert.False(context.AuthContext.IsPeerAuthenticated);
        Assert.Throws<NotImplementedException>(() => context.CreatePropagationToken());
    }
}
