using Grpc.Core;
using TypedMetadata.Codecs;

namespace TypedMetadata.Testing;

/// <summary>A field of an answer, as a channel with <c>UseTypedMetadata()</c> hands it on: repaired by the handler, then decoded by Grpc.Net.Client.</summary>
internal static class ReceivedField
{
    internal static void AddTo(Metadata metadata, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        using HttpResponseMessage response = new();
        if (!response.Headers.TryAddWithoutValidation(key, value))
        {
            throw new ArgumentException($"'{key}' is no name of a header.", nameof(key));
        }

        ResponseFields.Repair(response.Headers);
        foreach ((string name, IEnumerable<string> fields) in response.Headers)
        {
            foreach (string field in fields)
            {
                metadata.Add(WireEntries.Entry(name, field));
            }
        }
    }
}
