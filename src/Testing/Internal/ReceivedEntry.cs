using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata.Testing;

/// <summary>Adds an entry of a response as a channel with <c>UseTypedMetadata()</c> delivers it: repaired by the handler, then decoded by Grpc.Net.Client.</summary>
internal static class ReceivedEntry
{
    internal static void AddTo(Metadata metadata, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        using HttpResponseMessage response = new();
        if (!response.Headers.TryAddWithoutValidation(key, value))
        {
            throw new ArgumentException($"'{key}' is not a valid header name.", nameof(key));
        }

        ResponseRepair.RepairTrailers(response.Headers, ResponseNotes.DateCarrier);
        foreach ((string name, HeaderStringValues fields) in response.Headers.NonValidated)
        {
            foreach (string field in fields)
            {
                metadata.Add(WireEntries.Entry(name, field));
            }
        }
    }
}
