namespace TypedMetadata.Benchmarks.Harness;

/// <summary>What CI expects, in bytes. A number here changes on purpose or not at all.</summary>
internal static class ExpectedBytes
{
    // To the byte: one thread alone does this work.
    internal const long ReadFromMetadata = 448;
    internal const long ReadInHandler = 400;
    internal const long SilentCallMore = 0;
    internal const long WriteInPipeline = 816;
    internal const long WriteToMetadata = 800;
    internal const long Decode256 = 280;
    internal const long Decode4096 = 4120;

    // At most. Over a network a call's bytes vary by one or two in a hundred: which awaits find their task done, HTTP/2's own frames and timers have a part in them.
    internal const long MostOfCallOnClient = 12_400;
    internal const long MostOfDirectCallOnServer = 2_860;
    internal const long MostOfTypedCallOnServer = 2_950;

    // At most. The compiler's own part varies; with models that are made anew it would be a hundred times as much.
    internal const long MostOfKeystroke = 1024 * 1024;
}
