using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// The HTTP header fields of one call, gone through once: a plain record (no prefix, no inner records, no former names) takes its values as they come. It takes only what is usual and
/// good. At anything else it gives up without a word, and the general reader reads again and says what is wrong.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HeaderFields
{
    internal const int MaxKeys = 64;

    private ulong _found;
    private bool _hasGivenUp;
    private List<MetadataError>? _validationErrors;

    private protected HeaderFields()
    {
    }

    /// <summary>What the record's own Validate rejects.</summary>
    public ICollection<MetadataError> ValidationErrors => _validationErrors ??= [];

    /// <summary>Gets a value that indicates whether Validate rejected nothing.</summary>
    public bool IsValid => _validationErrors is not { Count: not 0 };

    /// <summary>Whether all values were taken, so that what throws now is the record's own constructor or Validate.</summary>
    internal bool IsConstructing { get; private set; }

    /// <summary>The value of the current field; null if it has several.</summary>
    internal abstract string? Only { get; }

    /// <summary>How many values the current field has.</summary>
    internal abstract int ValueCount { get; }

    /// <summary>Goes on to the next field. Each name comes once.</summary>
    public abstract bool Next([NotNullWhen(true)] out string? name);

    /// <summary>Whether a field's name is a key's, in either case. With a constant key it takes a few instructions, which no table of names does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(string name, string key) => string.Equals(name, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether all keys came that must be there. Called once, between the last value and the constructor.</summary>
    /// <param name="required">Their slots, a bit each.</param>
    public bool Complete(ulong required)
    {
        IsConstructing = true;
        return (_found & required) == required && !_hasGivenUp;
    }

    /// <summary>A value of the current field.</summary>
    internal abstract string ValueAt(int index);

    /// <summary>Notes that a key came.</summary>
    internal void Mark(int slot) => _found |= 1UL << slot;

    /// <summary>Takes one value, printable, not empty, without blanks at its ends, and without a comma that may stand between two joined secrets.</summary>
    internal bool TryPlain(int slot, KeyDescriptor key, [NotNullWhen(true)] out string? text)
    {
        Mark(slot);
        text = Only;
        return text is { Length: not 0 } && text[0] != ' ' && text[^1] != ' ' && TextRules.IsPrintableAscii(text)
            && (key is not { Sensitive: true, AllowComma: false } || !text.Contains(','))
            && (key.Scheme is null || SchemeText.TryRead(key.Scheme, text, out text));
    }

    /// <summary>Begins to read a record.</summary>
    private protected void Start()
    {
        _found = 0;
        _hasGivenUp = false;
        _validationErrors = null;
        IsConstructing = false;
    }

    /// <summary>Leaves the record to the general reader.</summary>
    private protected void GiveUp() => _hasGivenUp = true;

    /// <summary>Ends reading, and keeps nothing of the call.</summary>
    private protected void Forget() => _validationErrors = null;
}
