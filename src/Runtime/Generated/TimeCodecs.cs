using System.ComponentModel;
using TypedMetadata.Codecs;

namespace TypedMetadata.Generated;

/// <summary>A <see cref="DateTimeOffset"/> as RFC 3339 has it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetText : ITextCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static string Expected => "a date and time of RFC 3339, such as 2026-11-23T01:02:03.5Z";

    /// <inheritdoc/>
    public static string? Format(DateTimeOffset value) => Rfc3339.Format(value);

    /// <inheritdoc/>
    public static bool TryParse(string text, out DateTimeOffset value) => Rfc3339.TryParse(text, out value);
}

/// <summary>A <see cref="TimeSpan"/> as protobuf's JSON form of a Duration, in seconds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanText : ITextCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static string Expected => "a duration in seconds, such as 3.5s";

    /// <inheritdoc/>
    public static string? Format(TimeSpan value) => JsonDuration.Format(value);

    /// <inheritdoc/>
    public static bool TryParse(string text, out TimeSpan value) => JsonDuration.TryParse(text, out value);
}
