using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Testing;

/// <summary>Converts HTTP header fields to entries of a <see cref="Metadata"/>, and back.</summary>
internal static class WireEntries
{
    private static readonly HashSet<string> _hiddenByGrpc = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept-encoding", "content-encoding", "content-type", "grpc-accept-encoding", "grpc-encoding", "grpc-timeout", "host", "te",
    };

    /// <summary>Returns an entry for each field. Invalid base64 throws, as it does in grpc-dotnet.</summary>
    /// <exception cref="FormatException">A <c>-bin</c> field is not base64.</exception>
    internal static Metadata Of(IHeaderDictionary headers)
    {
        Metadata entries = [];
        foreach ((string key, StringValues fields) in headers)
        {
            foreach (string? field in fields)
            {
                entries.Add(Entry(key, field ?? ""));
            }
        }

        return entries;
    }

    /// <summary>
    /// Returns the entries of a request as grpc-dotnet does: without some headers, and with the fields of a key joined with commas, so that several fields of a <c>-bin</c> key are
    /// not valid base64.
    /// </summary>
    /// <exception cref="FormatException">A <c>-bin</c> key has several fields, or one that is not base64.</exception>
    internal static Metadata OfRequest(IHeaderDictionary headers)
    {
        Metadata entries = [];
        foreach ((string key, StringValues fields) in headers.Where(header => !_hiddenByGrpc.Contains(header.Key)))
        {
            entries.Add(Entry(key, string.Join(',', (IEnumerable<string?>)fields)));
        }

        return entries;
    }

    /// <summary>Adds the entries that a server would send, without invalid ones.</summary>
    internal static void AppendSendable(Metadata entries, IHeaderDictionary headers)
    {
        foreach (Metadata.Entry entry in entries)
        {
            if (RawEntry.TryEncode(entry, out string? field, out _))
            {
                headers.Append(entry.Key, field);
            }
        }
    }

    internal static Metadata.Entry Entry(string key, string field) =>
        !key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase) ? new(key, field)
        : UnpaddedBase64.TryDecode(field, out byte[]? bytes) ? new(key, bytes)
        : throw new FormatException($"The value of '{key}' is not base64. Read the request metadata with ReadRequestMetadata, which reports the error for this key only.");
}
