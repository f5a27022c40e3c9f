using Grpc.Core;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Reading the reference record from a <c>Metadata</c>.</summary>
internal sealed class ReadFromMetadata : IRow
{
    /// <inheritdoc/>
    public string Number => "1";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        List<Figure> figures = [];
        foreach (int count in new[] { 8, 16, 32, 64 })
        {
            Metadata metadata = Headers.Among(count);
            Contest contest = new Contest()
                .Add("naive", () => Naive.Read(metadata))
                .Add("expert", () => Expert.Read(metadata))
                .Add("typed", () => metadata.Read<Reference>())
                .Run(pace);
            figures.Add(new(Number, $"read from Metadata, {count} headers, to naive", contest.Ratio("typed", "naive"), "x", 0.40));
            figures.Add(new(Number, $"read from Metadata, {count} headers, to expert", contest.Ratio("typed", "expert"), "x", 1.00));
            figures.Add(new(Number, $"bytes of a read, {count} headers (naive {contest.Bytes("naive")})", contest.Bytes("typed"), "B", OwnBytes()));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    // The record and what it holds, made of what was there already, and a copy of each -bin value.
    private static long OwnBytes()
    {
        Reference sample = Reference.Sample;
        byte[] trace = Google.Protobuf.MessageExtensions.ToByteArray(sample.Trace);
        return new Contest().Add("own", () =>
        {
            TraceContext message = new();
            Google.Protobuf.MessageExtensions.MergeFrom(message, trace.ToArray().AsSpan());
            return sample with
            {
                Token = sample.Token.ToArray(),
                Tags = [.. sample.Tags.Select(tag => new string(tag.AsSpan()))],
                Trace = message,
            };
        }).Bytes("own");
    }
}
