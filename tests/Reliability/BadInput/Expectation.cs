using System.Text;
using Grpc.Core;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>What the documentation says of a case.</summary>
/// <param name="Rejected">The status that rejects it, or null where it is read.</param>
/// <param name="Key">The key that the rejection names.</param>
/// <param name="Meaning">What is read.</param>
internal sealed record Expectation(StatusCode? Rejected, string? Key, string? Meaning)
{
    /// <summary>In a request to Kestrel, which takes headers for UTF-8. Null where any answer will do.</summary>
    internal static Expectation? OfRequest(BadCase bad) => Of(bad, Utf8, key => Spelling.IsKey(key) ? key : null);

    /// <summary>
    /// In an answer to HttpClient, which takes headers for Latin-1, makes spaces of CR, LF and NUL, and passes on names in upper case, which
    /// grpc-dotnet lower-cases. A name that is no key is left out before any record sees it. Null where any answer will do.
    /// </summary>
    internal static Expectation? OfAnswer(BadCase bad) => Of(bad, SpacesForLineBreaks, key => Spelling.IsKey(key.ToLowerInvariant()) ? key.ToLowerInvariant() : "");

    // Any answer will do where the field is not metadata but HTTP's or gRPC's own.
    private static Expectation? Of(BadCase bad, Func<string, string?> decode, Func<string, string?> name)
    {
        if (bad.IsOfProtocol)
        {
            return null;
        }

        switch (bad.Place)
        {
            case Place.UnderUnknownKey or Place.InKey:
                return new(null, null, "");
            case Place.InPrefixedKey:
                return OfEntry(name(bad.Fields[0].Name), bad.Fields[0].Name.EndsWith("-bin", StringComparison.OrdinalIgnoreCase));
        }

        Subject subject = bad.Subject!;
        string?[] fields = [.. bad.SubjectFields.Select(decode)];
        string? meaning = fields.Contains(null) ? null : subject.Meaning([.. fields.Select(one => one!)]);
        return meaning is null ? new(subject.RejectedWith, subject.Key, null) : new(null, null, meaning);
    }

    private static string? Utf8(string bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string SpacesForLineBreaks(string bytes) => bytes.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ');

    // A key of another kind than the dictionary's is not its own, nor is the prefix alone.
    private static Expectation OfEntry(string? key, bool isBinary) =>
        isBinary || key is "" or Subject.Prefix ? new(null, null, "")
        : key is null ? new(StatusCode.InvalidArgument, Subject.Prefix, null)
        : new(null, null, $"{key[Subject.Prefix.Length..]}=entry");
}
