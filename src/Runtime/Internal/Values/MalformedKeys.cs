namespace TypedMetadata.Internal;

/// <summary>
/// How the client's handler hands on that a <c>-bin</c> header of a response was not base64. Grpc.Net.Client would fail for all headers, so
/// that one is taken out and its key named in a marker header, which makes that key alone malformed to typed readers.
/// </summary>
internal static class MalformedKeys
{
    internal const string MarkerHeader = "x-typedmetadata-malformed";

    /// <summary>No base64: what a reader finds in place of the value.</summary>
    internal const string Stub = "#";

    /// <summary>The keys that a marker header names.</summary>
    internal static string[] KeysOf(string marker) => marker.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
