using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Unit.Client;

/// <summary>A record that goes on without its secrets.</summary>
public sealed class LeftBehindTests
{
    private static readonly Secretly _full = new("open", "text", [1], ["a"], [[2]], new Vault("1-2-3", 4))
    {
        Map = new Dictionary<string, string> { ["a"] = "b" },
        Blobs = new Dictionary<string, byte[]> { ["a"] = [3] },
    };

    [Fact]
    public void Sensitive_keys_of_every_shape_stay_behind()
    {
        Assert.Equal(["open"], Sent(_full, includeSensitive: false).Select(entry => entry.Key));
        Assert.Equal(_full, Sent(_full, includeSensitive: true).Read<Secretly>());
    }

    [Fact]
    public void Excluded_secret_fails_no_write()
    {
        Secretly unwritable = new("open", null!, [], null!, null!, null!) { Map = null!, Blobs = null! };
        Assert.Equal(["open"], Sent(unwritable, includeSensitive: false).Select(entry => entry.Key));
        Assert.Equal(8 - 1, Assert.Throws<MetadataException>(() => Sent(unwritable, includeSensitive: true)).Errors.Count);
    }

    [Fact]
    public void Included_value_can_fail_the_write() =>
        Assert.Equal("open", Assert.Single(Assert.Throws<MetadataException>(() => Sent(_full with { Open = "é" }, includeSensitive: false)).Errors).Key);

    [Fact]
    public void Secrets_given_with_the_call_stand() =>
        Assert.Equal("given", DefaultMetadata.AddTo(new CallOptions(new Metadata { { "authorization", "given" } }), _full, includeSensitive: false).Headers!.GetValue("authorization"));

    private static Metadata Sent(Secretly value, bool includeSensitive) => DefaultMetadata.AddTo(default, value, includeSensitive).Headers!;
}
