using System.Net.Http.Headers;

namespace TypedMetadata.Internal;

/// <content>Notes beside the fields of a response.</content>
internal sealed partial record ResponseNotes
{
    /// <summary>Attaches notes to header fields. Null removes notes that a server in the same process may have forwarded.</summary>
    internal static void Set(HttpHeaders headers, string carrier, ResponseNotes? notes)
    {
        HttpHeadersNonValidated fields = headers.NonValidated;
        string? value = fields.TryGetValues(carrier, out HeaderStringValues values) ? values.ToString() : null;
        if (notes is null && (value is null || !_byValue.TryGetValue(value, out _)))
        {
            return;
        }

        headers.Remove(carrier);
        headers.TryAddWithoutValidation(carrier, Carry(value ?? NewValue(carrier), notes));
    }
}
