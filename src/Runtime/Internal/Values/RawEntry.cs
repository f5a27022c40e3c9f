using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>Encodes an entry that was not created from a record as a trailer.</summary>
internal static class RawEntry
{
    /// <summary>Tries to encode an entry as a header field, and returns the problem if that fails.</summary>
    internal static bool TryEncode(Metadata.Entry entry, [NotNullWhen(true)] out string? field, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(entry);
        problem = entry.Key.Length == 0 ? "it has no name"
            : (ReservedKeys.IsOwnedByHttp(entry.Key) && !ReservedKeys.IsOfAddress(entry.Key)) || ReservedKeys.IsOwnStatus(entry.Key) ? "its key is reserved by gRPC or HTTP"
            : !entry.IsBinary && !TextRules.IsPrintableAscii(entry.Value) ? "its value contains a character outside printable ASCII (0x20 to 0x7E)"
            : null;
        field = problem is not null ? null : entry.IsBinary ? UnpaddedBase64.Encode(entry.ValueBytes) : entry.Value;
        return problem is null;
    }
}
