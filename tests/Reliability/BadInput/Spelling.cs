using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>docs/wire.md once more, in other words than the product's: what the fields of one key mean, or null where they mean nothing.</summary>
internal static partial class Spelling
{
    private const int MaxItems = 256;
    private static readonly char[] _blanks = [' ', '\t'];
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static string? Text(IReadOnlyList<string> fields) => One(fields, Printable);

    internal static string? Secret(IReadOnlyList<string> fields) => One(fields, field => field.Contains(',') ? null : Printable(field));

    internal static string? Number(IReadOnlyList<string> fields) => One(fields, field =>
        CanonicalNumber().IsMatch(field) && BigInteger.Parse(field, CultureInfo.InvariantCulture) is BigInteger number && number >= int.MinValue && number <= int.MaxValue ? field : null);

    internal static string? Flag(IReadOnlyList<string> fields) => One(fields, field => field.ToLowerInvariant() is "true" or "false" ? field.ToLowerInvariant() : null);

    internal static string? Id(IReadOnlyList<string> fields) => One(fields, field => Uuid().IsMatch(field) ? field.ToLowerInvariant() : null);

    internal static string? Title(IReadOnlyList<string> fields) => One(fields, Unescaped);

    internal static string? Blob(IReadOnlyList<string> fields) => Items(fields) is { } items && items.Distinct().Count() == 1 ? items[0] : null;

    internal static string? Blobs(IReadOnlyList<string> fields) => Items(fields) is { Count: <= MaxItems } items ? string.Join('|', items) : null;

    internal static string? Names(IReadOnlyList<string> fields)
    {
        string[] items = [.. fields.SelectMany(field => field.Split(','))];
        return items.Length <= MaxItems && fields.All(field => Printable(field.Trim(_blanks)) is not null)
            ? string.Join('|', items.Select(item => item.Trim(_blanks)).Where(item => item.Length != 0))
            : null;
    }

    internal static bool IsKey(string key) => KeyName().IsMatch(key);

    /// <summary>Whether a name is HTTP's or gRPC's own, or one of the target's keys.</summary>
    internal static bool IsTaken(string key) =>
        key.StartsWith("grpc-", StringComparison.Ordinal)
        || key.StartsWith(':')
        || Subject.All.Any(subject => subject.Key == key)
        || key is "te" or "content-type" or "content-length" or "content-encoding" or "transfer-encoding" or "connection" or "host" or "user-agent" or "upgrade" or "keep-alive" or "proxy-connection" or "accept-encoding" or "trailer" or "date" or "server" or "";

    private static string? One(IReadOnlyList<string> fields, Func<string, string?> meaning)
    {
        string[] texts = [.. fields.Select(field => field.Trim(_blanks)).Distinct()];
        return texts.Length == 1 ? meaning(texts[0]) : null;
    }

    private static string? Printable(string field) => field.All(character => character is >= ' ' and <= '~') ? field : null;

    private static List<string>? Items(IReadOnlyList<string> fields)
    {
        List<string> items = [];
        foreach (string item in fields.SelectMany(field => field.Split(',')).Select(item => item.Trim(_blanks)))
        {
            if (Base64().Match(item) is not { Success: true } match || match.Groups["text"].Length % 4 == 1)
            {
                return null;
            }

            items.Add(Hex(match.Groups["text"].Value));
        }

        return items;
    }

    private static string Hex(string base64)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        string bits = string.Concat(base64.Select(character => Alphabet.IndexOf(character).ToString("b6", CultureInfo.InvariantCulture)));
        return string.Concat(Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2).ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string? Unescaped(string field)
    {
        if (!Escaped().IsMatch(field))
        {
            return null;
        }

        try
        {
            string latin = Escape().Replace(field, escape => $"{(char)Convert.ToByte(escape.Value[1..], 16)}");
            string text = _strict.GetString(Encoding.Latin1.GetBytes(latin));
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(0|-?[1-9][0-9]*)\z")]
    private static partial Regex CanonicalNumber();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^(?<text>[A-Za-z0-9+/]*)={0,2}\z")]
    private static partial Regex Base64();

    [GeneratedRegex(@"^([ -$&-~]|%[0-9a-fA-F]{2})*\z")]
    private static partial Regex Escaped();

    [GeneratedRegex("%[0-9a-fA-F]{2}")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^[0-9a-z_.-]+\z")]
    private static partial Regex KeyName();
}
