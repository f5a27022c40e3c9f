using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Benchmarks.Code;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Pipeline;
using TypedMetadata.Benchmarks.Work;
using TypedMetadata.Generator;
using TypedMetadata.Internal;

namespace TypedMetadata.Benchmarks.Harness;

/// <summary>
/// What reading, writing and calls allocate. CI runs it: unlike times these numbers are the same on every machine. It needs optimized code, so no test of the
/// ordinary build can count them.
/// </summary>
internal static class ByteGate
{
    /// <summary>Prints what differs, and returns the exit code.</summary>
    internal static async Task<int> RunAsync()
    {
        await using InHandlerServer laboratory = await InHandlerServer.OpenAsync();
        await using PipelineContest pipeline = (await PipelineContest.OpenAsync()).WarmUp();
        Race calls = await CallsAsync();
        bool[] passed =
        [
            IsExact("read from Metadata, 8 headers", ExpectedBytes.ReadFromMetadata, Bytes(Reading(8))),
            IsExact("read from Metadata, 64 headers", ExpectedBytes.ReadFromMetadata, Bytes(Reading(64))),
            IsExact("read in a handler, 8 headers", ExpectedBytes.ReadInHandler, await InHandlerAsync(laboratory, 8)),
            IsExact("read in a handler, 64 headers", ExpectedBytes.ReadInHandler, await InHandlerAsync(laboratory, 64)),
            IsExact("silent call, the server's bytes more", ExpectedBytes.SilentCallMore, pipeline.SilentBytes),
            IsExact("write initial and trailing metadata in the pipeline", ExpectedBytes.WriteInPipeline, pipeline.WriteBytes),
            IsExact("write to Metadata", ExpectedBytes.WriteToMetadata, Bytes(() => (Metadata)Reference.Sample)),
            IsExact("base64 decode, 256 bytes", ExpectedBytes.Decode256, Bytes(Decoding(256))),
            IsExact("base64 decode, 4,096 bytes", ExpectedBytes.Decode4096, Bytes(Decoding(4096))),
            IsAtMost("direct call, the client's bytes", ExpectedBytes.MostOfCallOnClient, (long)calls.Median("direct", slice => slice.ClientBytes)),
            IsAtMost("direct call, the server's bytes", ExpectedBytes.MostOfDirectCallOnServer, (long)calls.Median("direct", slice => slice.ServerBytes)),
            IsAtMost("typed call, the client's bytes", ExpectedBytes.MostOfCallOnClient, (long)calls.Median("typed calls", slice => slice.ClientBytes)),
            IsAtMost("typed call, the server's bytes", ExpectedBytes.MostOfTypedCallOnServer, (long)calls.Median("typed calls", slice => slice.ServerBytes)),
            IsAtMost("a keystroke beside 1,000 records, more than a generator that does nothing", ExpectedBytes.MostOfKeystroke, Keystroke()),
        ];
        return passed.All(one => one) ? 0 : 1;
    }

    private static bool IsExact(string what, long expected, long actual) => Report(what, actual, actual == expected, $", not {expected}");

    private static bool IsAtMost(string what, long most, long actual) => Report(what, actual, actual <= most, $", more than {most}");

    private static bool Report(string what, long actual, bool passes, string otherwise)
    {
        Console.WriteLine($"{what}: {actual} bytes{(passes ? "" : otherwise)}");
        return passes;
    }

    // In two processes, so that each counts its own side.
    private static async Task<Race> CallsAsync()
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        using GrpcChannel direct = GrpcChannel.ForAddress(server.TypedAddress, new GrpcChannelOptions().UseTypedMetadata());
        using GrpcChannel typed = GrpcChannel.ForAddress(server.TypedCallsAddress, new GrpcChannelOptions().UseTypedMetadata());
        return await new Race(1, Way.Direct(direct), Way.TypedCalls(typed)).RunAsync(RunOptions.Quick);
    }

    private static long Keystroke()
    {
        string[] sources = SourceText.Mixed(1_000);
        return Bytes(new Project(sources, new MetadataGenerator()).Type) - Bytes(new Project(sources, new BareGenerator()).Type);
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

    private static Task<long> InHandlerAsync(InHandlerServer laboratory, int headers) =>
        laboratory.MeasureAsync(Headers.Among(headers), context => Bytes(() => context.ReadRequestMetadata<Reference>()));

    private static long Bytes(Func<object?> work) => new Contest().Add("", work).WarmUp().Bytes("");
}
