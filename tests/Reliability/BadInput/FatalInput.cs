namespace TypedMetadata.Reliability.BadInput;

/// <summary>Names what about a case HTTP/2 cannot bear.</summary>
internal static class FatalInput
{
    internal static string Of(BadCase bad)
    {
        string names = string.Concat(bad.Fields.Select(field => field.Name));
        string values = string.Concat(bad.Fields.Select(field => field.Value));
        return bad.IsOfProtocol && bad.Place != Place.AsTimeout ? "a field of HTTP's or gRPC's own"
            : values.AsSpan().ContainsAny('\r', '\n', '\0') ? "CR, LF or NUL in a value"
            : names.AsSpan().ContainsAnyExceptInRange('!', '~') ? "a blank, a control or a byte above 0x7E in a name"
            : bad.Fields.Any(field => field.Name.Length == 0) ? "an empty name"
            : names.Contains(':') ? "a colon in a name"
            : names.AsSpan().ContainsAny("\"(),/;<=>?@[\\]{}") ? "a name that is no token"
            : names.Any(char.IsAsciiLetterUpper) ? "an upper-case name"
            : values.AsSpan().ContainsAnyInRange('\u0080', '\u00ff') ? "bytes in a value that are not UTF-8"
            : "controls in a value";
    }
}
