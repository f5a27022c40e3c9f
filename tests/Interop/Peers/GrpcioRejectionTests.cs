using Grpc.Core;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.Peers;

/// <summary>What the sample's server tells a client of another language that sends it bad metadata.</summary>
[NeedsPeer("python")]
public sealed class GrpcioRejectionTests(GrpcioClient client) : IClassFixture<GrpcioClient>
{
    private const string Path = "/greeter.Greeter/SayHello";

    private static readonly byte[] _token = [.. Enumerable.Range(1, 16).Select(number => (byte)number)];

    [PeerFact]
    public async Task Python_client_with_two_bad_keys_decodes_BadRequest_and_sees_both()
    {
        await using GreeterProcess server = await GreeterProcess.StartAsync();
        PeerOutcome outcome = await client.CallAsync(server.Url, Path, [PeerField.Of("auth-token", "canary-no-uuid"), PeerField.Of("auth-token-bin", _token)]);
        Assert.Equal((int)StatusCode.InvalidArgument, outcome.Code);
        Assert.Equal(
            [
                new("tenant-id", "'tenant-id' is missing.", "Missing"),
                new("auth-token", "'auth-token' is malformed: expected a UUID of 36 characters: hex digits in groups of 8, 4, 4, 4 and 12.", "Malformed"),
            ],
            outcome.Violations!);
        Assert.DoesNotContain("canary", outcome.ToString() + string.Concat(outcome.Trailing!.AsEnumerable()), StringComparison.Ordinal);
    }

    [PeerFact]
    public async Task Python_client_with_good_ones_is_greeted()
    {
        await using GreeterProcess server = await GreeterProcess.StartAsync();
        PeerOutcome outcome = await client.CallAsync(
            server.Url, Path, [PeerField.Of("tenant-id", "acme"), PeerField.Of("auth-token", Guid.NewGuid().ToString()), PeerField.Of("auth-token-bin", _token)]);
        Assert.Equal((0, "Hello hello, says acme (attempt 1)"), (outcome.Code, Assert.Single(outcome.Replies!)));
        Assert.Empty(outcome.Violations!);
    }
}
