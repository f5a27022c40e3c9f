using System.ComponentModel;
using System.Globalization;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="DateTimeOffset"/> to seconds since 1970-01-01T00:00:00Z. A fraction is read but never written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnixSecondsText : ITextCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public string Expected => "seconds since 1970-01-01T00:00:00Z, such as 1764547200";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(DateTimeOffset value) => value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryParse(string text, out DateTimeOffset value) => UnixTime.TryParse(text, TimeSpan.TicksPerSecond, out value);
}

/// <summary>Converts a <see cref="DateTimeOffset"/> to milliseconds since 1970-01-01T00:00:00Z. A fraction is read but never written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnixMillisecondsText : ITextCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public string Expected => "milliseconds since 1970-01-01T00:00:00Z, such as 1764547200000";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(DateTimeOffset value) => value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryParse(string text, out DateTimeOffset value) => UnixTime.TryParse(text, TimeSpan.TicksPerMillisecond, out value);
}

/// <summary>Converts a <see cref="DateTime"/> of <see cref="DateTimeKind.Utc"/> with the codec of a <see cref="DateTimeOffset"/>. Other kinds are rejected.</summary>
/// <typeparam name="TCodec">The codec of a <see cref="DateTimeOffset"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct UtcText<TCodec> : ITextCodec<DateTime>
    where TCodec : struct, ITextCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public string Expected => default(TCodec).Expected;

    /// <inheritdoc/>
    public string Unwritable => "its Kind is not Utc, so use DateTimeOffset or ToUniversalTime()";

    /// <inheritdoc/>
    public CodecTraits Traits => default(TCodec).Traits;

    /// <inheritdoc/>
    public string? Format(DateTime value) => value.Kind == DateTimeKind.Utc ? default(TCodec).Format(new DateTimeOffset(value)) : null;

    /// <inheritdoc/>
    public bool TryParse(string text, out DateTime value)
    {
        bool isValid = default(TCodec).TryParse(text, out DateTimeOffset time);
        value = time.UtcDateTime;
        return isValid;
    }
}
