using System.Reflection;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Internal;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Decoding base64 without padding, beside what grpc-dotnet does with a <c>-bin</c> header.</summary>
internal sealed class Base64Decoding : IRow
{
    /// <inheritdoc/>
    public string Number => "6";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        Func<string, byte[]> theirs = typeof(Grpc.Net.Client.GrpcChannel).Assembly
            .GetType("Grpc.Net.Client.Internal.GrpcProtocolHelpers", throwOnError: true)!
            .GetMethod("ParseBinaryHeader", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<string, byte[]>>();
        List<Figure> figures = [];
        foreach ((int size, double target) in new[] { (16, 2.0), (256, 7.0), (4096, 9.0) })
        {
            byte[] bytes = new byte[size];
            new Random(1).NextBytes(bytes);
            string text = UnpaddedBase64.Encode(bytes);
            Contest contest = new Contest()
                .Add("theirs", () => theirs(text))
                .Add("ours", () => UnpaddedBase64.TryDecode(text, out byte[]? decoded) ? decoded : throw new InvalidOperationException("Not decoded."))
                .Run(pace);
            figures.Add(new(Number, $"base64 decode, {size} B, speed to grpc-dotnet's", contest.Ratio("theirs", "ours"), "x", target, AtLeast: true));
            figures.Add(new(Number, $"bytes of a decode, {size} B (grpc-dotnet's {contest.Bytes("theirs")})", contest.Bytes("ours"), "B", (size + 24 + 7) / 8 * 8));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }
}
