using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace TypedMetadata.Interop.Canaries;

/// <summary>What careless code says, the tests of canaries hear.</summary>
[Collection(Listening.Name)]
public sealed class TelemetryRecorderTests
{
    private static readonly Dictionary<string, Action<TelemetryRecorder>> _slips = new()
    {
        ["a log's message"] = watch => Logger(watch).LogTrace("{Secret}", Canary.Text),
        ["a log's value"] = watch => Logger(watch).Log(LogLevel.Trace, 0, new Dictionary<string, object?> { ["secret"] = new[] { Canary.Text } }, null, (_, _) => "nothing"),
        ["a log's scope"] = watch => Logger(watch).BeginScope("{Secret}", Canary.Text),
        ["a log's exception"] = watch => Logger(watch).LogError(new InvalidOperationException("no", new FormatException(Canary.Text)), "failed"),
        ["an exception's data"] = watch => watch.Hear(new InvalidOperationException("no") { Data = { ["secret"] = Canary.Text } }),
        ["an exception inside"] = watch => watch.Hear(new InvalidOperationException("no", ThrowingUserCode.Of(Canary.Text))),
        ["an error of metadata"] = watch => watch.Hear(Assert.Throws<MetadataException>(() => new Metadata { { "key", "x" } }.Read<Telling>())),
        ["a status"] = watch => watch.Hear(new RpcException(new Status(StatusCode.Internal, Canary.Text))),
        ["a trailer"] = watch => watch.Hear(new RpcException(Status.DefaultCancelled, new Metadata { { "x-secret", Canary.Text } })),
        ["a binary trailer"] = watch => watch.Hear(new RpcException(Status.DefaultCancelled, new Metadata { { "x-secret-bin", Canary.Bytes } })),
        ["a record that prints itself"] = watch => watch.Hear(new Pass(Canary.Text)),
        ["a debugger's view"] = watch => watch.Hear(new Careless()),
        ["an activity's tag"] = _ =>
        {
            using ActivitySource source = new("test");
            using Activity activity = source.StartActivity("test")!;
            activity.SetTag("secret", Canary.Text);
        },
        ["a measurement's tag"] = _ =>
        {
            using Meter meter = new("test");
            meter.CreateCounter<long>("test").Add(1, new KeyValuePair<string, object?>("secret", Canary.Text));
        },
        ["an event"] = _ => Events.Log.Slip(Canary.Text),
    };

    public static TheoryData<string> Slips { get; } = new(_slips.Keys);

    public static TheoryData<string> Spellings { get; } = new(
        $"Bearer {Canary.Text},",
        Canary.Text.ToUpperInvariant(),
        $"\"{Canary.Unicode}\"",
        "kan%C3%A4rie%205e1d07c2",
        "kan%C3%A4rie 5e1d07c2",
        Convert.ToBase64String(Canary.Bytes),
        Convert.ToBase64String([1, .. Canary.Bytes]),
        Convert.ToBase64String([1, 2, .. Canary.Bytes, 3, 4]),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary.Unicode)),
        Convert.ToHexStringLower(Canary.Bytes),
        BitConverter.ToString(Canary.Bytes),
        Canary.Id.ToString(),
        Canary.Id.ToString("B"),
        Canary.Id.ToString("N").ToUpperInvariant(),
        Convert.ToBase64String(Canary.Id.ToByteArray()),
        Convert.ToBase64String(Canary.Id.ToByteArray(bigEndian: true)).TrimEnd('='));

    [Theory]
    [MemberData(nameof(Slips))]
    public void Slip_is_received(string slip)
    {
        using TelemetryRecorder watch = new();
        _slips[slip](watch);
        Assert.Contains(watch.Heard, heard => Canary.FindIn(heard.Text).Any());
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Spelling_is_found(string spelling) => Assert.NotEmpty(Canary.FindIn($"before {spelling} behind"));

    [Fact]
    public void TelemetryRecorder_without_a_canary_finds_none() => Assert.Empty(Canary.FindIn($"{Guid.NewGuid()} {Convert.ToBase64String(Guid.NewGuid().ToByteArray())} *** canary"));

    private static ILogger Logger(TelemetryRecorder watch) => watch.Loggers.CreateLogger("test");

    [DebuggerTypeProxy(typeof(View))]
    private sealed class Careless
    {
        internal sealed class View(Careless careless)
        {
            public string Secret { get; } = careless is null ? "" : Canary.Text;
        }
    }

    [EventSource(Name = "Test")]
    private sealed class Events : EventSource
    {
        internal static readonly Events Log = new();

        [Event(1)]
        internal void Slip(string secret) => WriteEvent(1, secret);
    }
}

/// <summary>A record whose own Validate puts the secret into an error.</summary>
[GrpcMetadata]
public sealed partial record Telling(string Key)
{
    static partial void Validate(in Telling value, ICollection<MetadataError> errors) => errors.Add(new("key", MetadataErrorKind.Invalid, Canary.Text));
}
