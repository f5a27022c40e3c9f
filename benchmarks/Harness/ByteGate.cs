using Grpc.Core;
using TypedMetadata.Benchmarks.Code;
using TypedMetadata.Benchmarks.Work;
using TypedMetadata.Codecs;
using TypedMetadata.Generator;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>
/// What reading and writing allocate, to the byte. CI runs it: unlike times these numbers are the same on every machine, and they change on
/// purpose or not at all. It needs optimized code, so no test of the ordinary build can count them.
/// </summary>
internal static class ByteGate
{
    private const long MostOfKeystroke = 1024 * 1024;

    /// <summary>Prints what differs, and answers the exit code.</summary>
    internal static async Task<int> RunAsync()
    {
        await using Laboratory laboratory = await Laboratory.OpenAsync();
        (string What, long Expected, long Actual)[] counts =
        [
            ("read from Metadata, 8 headers", 448, Bytes(Reading(8))),
            ("read from Metadata, 64 headers", 448, Bytes(Reading(64))),
            ("read in a handler, 8 headers", 448, await InHandlerAsync(laboratory, 8)),
            ("read in a handler, 64 headers", 448, await InHandlerAsync(laboratory, 64)),
            ("write to Metadata", 1040, Bytes(() => Reference.Sample.ToMetadata())),
            ("base64 decode, 256 bytes", 280, Bytes(Decoding(256))),
            ("base64 decode, 4,096 bytes", 4120, Bytes(Decoding(4096))),
        ];
        foreach ((string what, long expected, long actual) in counts)
        {
            Console.WriteLine($"{what}: {actual} bytes{(actual == expected ? "" : $", not {expected}")}");
        }

        return counts.All(count => count.Actual == count.Expected) && KeystrokeIsCheap() ? 0 : 1;
    }

    // Not to the byte, since the compiler's own part varies. With models that are made anew it would be a hundred times as much.
    private static bool KeystrokeIsCheap()
    {
        string[] sources = SourceText.Mixed(1_000);
        long bytes = Bytes(new Project(sources, new MetadataGenerator()).Type) - Bytes(new Project(sources, new BareGenerator()).Type);
        Console.WriteLine($"a keystroke beside 1,000 records: {bytes / 1024} KB more than a generator that does nothing, of {MostOfKeystroke / 1024} at most");
        return bytes <= MostOfKeystroke;
    }

    private static Func<object?> Reading(int headers)
    {
        Metadata metadata = Headers.Among(headers);
        return () => metadata.Read<Reference>();
    }

    private static Func<object?> Decoding(int size)
    {
        string text = UnpaddedBase64.Encode(new byte[size]);
        return () => UnpaddedBase64.TryDecode(text, out byte[]? bytes) ? bytes : null;
    }

    private static Task<long> InHandlerAsync(Laboratory laboratory, int headers) =>
        laboratory.MeasureAsync(Headers.Among(headers), context => Bytes(() => context.ReadRequestMetadata<Reference>()));

    private static long Bytes(Func<object?> work) => new Contest().Add("", work).WarmUp().Bytes("");
}
