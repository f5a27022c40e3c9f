using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>An entry that no record made, on its way into trailers.</summary>
internal static class RawEntry
{
    /// <summary>The field that goes on the wire, or why it cannot.</summary>
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
