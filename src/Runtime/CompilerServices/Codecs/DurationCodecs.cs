using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Converts a <see cref="TimeSpan"/> to a number of seconds with an optional fraction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SecondsText : ITextCodec<TimeSpan>
{
    /// <inheritdoc/>
    public string Expected => "a number of seconds, such as 30 or 0.25";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(TimeSpan value) => DecimalTicks.Format(value.Ticks, TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public bool TryParse(string text, out TimeSpan value)
    {
        bool isValid = DecimalTicks.TryParse(text, TimeSpan.TicksPerSecond, long.MinValue, long.MaxValue, out long ticks);
        value = new TimeSpan(ticks);
        return isValid;
    }
}

/// <summary>Converts a <see cref="TimeSpan"/> to a number of milliseconds with an optional fraction.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MillisecondsText : ITextCodec<TimeSpan>
{
    /// <inheritdoc/>
    public string Expected => "a number of milliseconds, such as 1500 or 0.25";

    /// <inheritdoc/>
    public CodecTraits Traits => CodecTraits.WritesPlainText;

    /// <inheritdoc/>
    public string? Format(TimeSpan value) => DecimalTicks.Format(value.Ticks, TimeSpan.TicksPerMillisecond);

    /// <inheritdoc/>
    public bool TryParse(string text, out TimeSpan value)
    {
        bool isValid = DecimalTicks.TryParse(text, TimeSpan.TicksPerMillisecond, long.MinValue, long.MaxValue, out long ticks);
        value = new TimeSpan(ticks);
        return isValid;
    }
}
