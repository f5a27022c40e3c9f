using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>Represents the wire value of a key: nothing, text, bytes, several of these, or the entries of a prefix. <c>default</c> means nothing.</summary>
internal readonly struct WireValue
{
    private readonly object? _content;

    internal WireValue(string text) => _content = text;

    internal WireValue(byte[] bytes) => _content = bytes;

    /// <summary>One text for each item of a list that is written.</summary>
    internal WireValue(string[] texts) => _content = texts;

    /// <summary>The bytes of each item of a list that is written.</summary>
    internal WireValue(byte[][] blocks) => _content = blocks;

    /// <summary>The keys of a prefix that are written, each with its text or bytes.</summary>
    internal WireValue(KeyValuePair<string, WireValue>[] byKey) => _content = byKey;

    internal WireValue(PrefixEntries entries) => _content = entries;

    internal WireValue(List<WireValue> several) => _content = several;

    internal bool IsPresent => _content is not null;

    internal string? Text => _content as string;

    internal byte[]? Bytes => _content as byte[];

    internal string[]? Texts => _content as string[];

    internal byte[][]? Blocks => _content as byte[][];

    internal KeyValuePair<string, WireValue>[]? ByKey => _content as KeyValuePair<string, WireValue>[];

    internal PrefixEntries? Entries => _content as PrefixEntries;

    internal List<WireValue>? Several => _content as List<WireValue>;

    /// <summary>Returns the wire value of an entry.</summary>
    internal static WireValue Of(Metadata.Entry entry) => entry.IsBinary ? new WireValue(entry.ValueBytes) : new WireValue(entry.Value);

    /// <summary>Returns this value combined with another value of the same key.</summary>
    internal WireValue And(WireValue other)
    {
        if (!IsPresent)
        {
            return other;
        }

        if (Several is not List<WireValue> several)
        {
            return new WireValue([this, other]);
        }

        several.Add(other);
        return this;
    }
}
