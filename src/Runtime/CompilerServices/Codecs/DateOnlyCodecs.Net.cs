using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="DateOnly"/> to ISO 8601.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyText : ITextCodec<DateOnly>
{
    /// <inheritdoc/>
    public string Expected => "a date of ISO 8601, such as 2026-11-23";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(DateOnly value) => Rfc3339.FormatDate(value);

    /// <inheritdoc/>
    public bool TryParse(string text, out DateOnly value) => Rfc3339.TryParseDate(text, out value);
}

/// <summary>Converts a <see cref="TimeOnly"/> to ISO 8601.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyText : ITextCodec<TimeOnly>
{
    /// <inheritdoc/>
    public string Expected => "a time of ISO 8601, such as 01:02:03.5";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(TimeOnly value) => Rfc3339.FormatTime(value);

    /// <inheritdoc/>
    public bool TryParse(string text, out TimeOnly value) => Rfc3339.TryParseTime(text, out value);
}
