namespace TypedMetadata.Codecs;

/// <summary>
/// How the client's handler hands on that a <c>-bin</c> field of an answer was not base64. Grpc.Net.Client would fail for all fields, so
/// the field is taken out and its key named in a field of our own, which makes that key alone malformed to typed readers.
/// </summary>
internal static class MalformedFields
{
    internal const string Mark = "x-typedmetadata-malformed";

    /// <summary>No base64: what a reader finds in place of the field.</summary>
    internal const string Stub = "#";

    /// <summary>The keys that a value of the mark names.</summary>
    internal static string[] KeysOf(string mark) => mark.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
