using System.ComponentModel;
using System.Globalization;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="DateTimeOffset"/> to RFC 3339.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetText : ITextCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public string Expected => "a date and time of RFC 3339, such as 2026-11-23T01:02:03.5Z";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(DateTimeOffset value) => Rfc3339.Format(value);

    /// <inheritdoc/>
    public bool TryParse(string text, out DateTimeOffset value) => Rfc3339.TryParse(text, out value);
}

/// <summary>Converts a <see cref="DateTime"/> of <see cref="DateTimeKind.Utc"/> to RFC 3339. Other kinds are rejected.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct DateTimeText : ITextCodec<DateTime>
{
    /// <inheritdoc/>
    public string Expected => "a UTC date and time of RFC 3339, such as 2026-11-23T01:02:03.5Z";

    /// <inheritdoc/>
    public string Unwritable => default(UtcText<DateTimeOffsetText>).Unwritable;

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(DateTime value) => default(UtcText<DateTimeOffsetText>).Format(value);

    /// <inheritdoc/>
    public bool TryParse(string text, out DateTime value) => default(UtcText<DateTimeOffsetText>).TryParse(text, out value);
}

/// <summary>Converts a <see cref="TimeSpan"/> to the constant format of .NET.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConstantTimeSpanText : ITextCodec<TimeSpan>
{
    /// <inheritdoc/>
    public string Expected => "a duration in .NET's constant format, such as 00:00:03.5000000";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryParse(string text, out TimeSpan value) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
}

/// <summary>Converts a <see cref="TimeSpan"/> to the JSON form of a protobuf Duration, in seconds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanText : ITextCodec<TimeSpan>
{
    /// <inheritdoc/>
    public string Expected => "a duration in seconds, such as 3.5s";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(TimeSpan value) => JsonDuration.Format(value);

    /// <inheritdoc/>
    public bool TryParse(string text, out TimeSpan value) => JsonDuration.TryParse(text, out value);
}
