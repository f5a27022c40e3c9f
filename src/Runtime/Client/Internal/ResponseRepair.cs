using System.Buffers;
using System.Net.Http.Headers;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Repairs the headers or trailers of a response, so that Grpc.Net.Client can read them. Grpc.Net.Client expects one base64 value for each field, and fails to read all fields,
/// including the status, if one is different.
/// </summary>
internal static class ResponseRepair
{
    private static readonly SearchValues<char> _keyCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>
    /// Splits the joined items of <c>-bin</c> keys (PROTOCOL-HTTP2.md allows a sender to join them with commas), and removes values that are not base64 and invalid keys.
    /// </summary>
    /// <param name="headers">The fields.</param>
    /// <param name="malformed">The keys whose values were not base64.</param>
    /// <returns>Whether the fields contain the status of the call.</returns>
    internal static bool Repair(HttpHeaders headers, out string[] malformed)
    {
        bool hasStatus = false;
        List<Field>? changed = null;
        foreach ((string key, HeaderStringValues values) in headers.NonValidated)
        {
            if (!IsKey(key))
            {
                (changed ??= []).Add(new Field(key, [], IsMalformed: false));
            }
            else if (!key.EndsWith(KeyGrammar.BinarySuffix, StringComparison.OrdinalIgnoreCase))
            {
                hasStatus |= key.Equals("grpc-status", StringComparison.OrdinalIgnoreCase);
            }
            else if (!AreReadable(values))
            {
                List<string> items = [.. values.SelectMany(value => value.Split(',')).Select(TextRules.Trim)];
                int all = items.Count;
                items.RemoveAll(item => !UnpaddedBase64.IsValid(item));
                (changed ??= []).Add(new Field(key, [.. items.Select(item => UnpaddedBase64.WithoutPadding(item).ToString())], IsMalformed: items.Count != all));
            }
        }

        malformed = changed is null ? [] : Replace(headers, changed);
        return hasStatus;
    }

    /// <summary>Repairs the trailers, and notes the malformed keys.</summary>
    internal static void RepairTrailers(HttpHeaders trailers, string carrier)
    {
        Repair(trailers, out string[] malformed);
        ResponseNotes.Set(trailers, carrier, malformed.Length == 0 ? null : new ResponseNotes { MalformedKeys = malformed });
    }

    // As KeyGrammar has it, by vector.
    private static bool IsKey(string key) => !key.AsSpan().ContainsAnyExcept(_keyCharacters) && key.Length != 0 && !key.Equals(KeyGrammar.BinarySuffix, StringComparison.OrdinalIgnoreCase);

    private static string[] Replace(HttpHeaders headers, List<Field> changed)
    {
        foreach (Field field in changed)
        {
            headers.Remove(field.Key);
            if (!field.IsMalformed && field.Items.Length != 0)
            {
                headers.TryAddWithoutValidation(field.Key, field.Items);
            }
        }

        return [.. changed.Where(field => field.IsMalformed).Select(field => field.Key.ToLowerInvariant())];
    }

    private static bool AreReadable(HeaderStringValues values)
    {
        if (values.Count == 1)
        {
            return UnpaddedBase64.IsCanonical(values.ToString());
        }

        foreach (string value in values)
        {
            if (!UnpaddedBase64.IsCanonical(value))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Field(string Key, string[] Items, bool IsMalformed);
}
