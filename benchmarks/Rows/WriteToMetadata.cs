using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Writing the reference record to a new <c>Metadata</c>.</summary>
internal sealed class WriteToMetadata : IRow
{
    /// <inheritdoc/>
    public string Number => "4";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        Contest contest = new Contest()
            .Add("by hand", () => Naive.Write(Reference.Sample))
            .Add("PascalCase", () => WritePascalCase(Reference.Sample))
            .Add("typed", () => (Metadata)Reference.Sample)
            .Run(pace);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new(Number, "write to Metadata, to hand-written", contest.Ratio("typed", "by hand"), "x", 0.95),
            new(Number, "write to Metadata, to hand-written with PascalCase keys", contest.Ratio("typed", "PascalCase"), "x", 0.52),
            new(Number, $"bytes of a write (hand-written {contest.Bytes("by hand")})", contest.Bytes("typed"), "B", 820),
        ]);
    }

    // Many spell keys as HTTP's documents do; grpc-dotnet lower-cases each one.
    private static Metadata WritePascalCase(Reference value)
    {
        Metadata metadata = new()
        {
            { "Tenant-Id", value.TenantId },
            { "Request-Id", value.RequestId.ToString() },
            { "Begin-Time", value.BeginTime.ToString("O", CultureInfo.InvariantCulture) },
            { "Token-Bin", value.Token.ToArray() },
            { "Attempt", value.Attempt!.Value.ToString(CultureInfo.InvariantCulture) },
            { "Trace-Ctx-Bin", value.Trace.ToByteArray() },
        };
        foreach (string tag in value.Tags)
        {
            metadata.Add("Tags", tag);
        }

        return metadata;
    }
}
