using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Represents the HTTP header fields of a call, for reading a plain record (without prefixes, nested records and aliases) in one pass. At the first unusual or invalid value,
/// the pass stops, and <see cref="MetadataReader"/> reads the record again and reports the errors.
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

    /// <summary>Gets the list that receives the errors of the record's Validate.</summary>
    public ICollection<MetadataError> ValidationErrors => _validationErrors ??= [];

    /// <summary>Whether the record was read, so that no other reader needs to look.</summary>
    internal bool IsRead => IsConstructing && _validationErrors is not { Count: not 0 };

    /// <summary>Whether the values are complete, so that an exception comes from the constructor or Validate of the record.</summary>
    internal bool IsConstructing { get; private set; }

    /// <summary>The value of the current field; null if it has several.</summary>
    internal abstract string? Only { get; }

    /// <summary>The number of values of the current field.</summary>
    internal abstract int ValueCount { get; }

    /// <summary>Advances to the next field. Each name occurs once.</summary>
    public abstract bool Next([NotNullWhen(true)] out string? name);

    /// <summary>Compares the name of a field with a key, ignoring case. With a constant key, this takes fewer instructions than a look-up in a table.</summary>
    /// <remarks>HTTP/2 names are in lower case, but Kestrel spells those that it knows with capitals. An exact comparison with a constant is inlined.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(string name, string key) => name == key || string.Equals(name, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a value that indicates whether all values were read and all required keys were found. It is called once, after the last value and before the constructor.</summary>
    /// <param name="areTaken">Whether all values were read.</param>
    /// <param name="required">The slots of the required keys, one bit for each slot.</param>
    public bool Complete(bool areTaken, ulong required)
    {
        IsConstructing = areTaken && (_found & required) == required && !_hasGivenUp;
        return IsConstructing;
    }

    /// <summary>A value of the current field.</summary>
    internal abstract string ValueAt(int index);

    /// <summary>Notes that a key was found.</summary>
    internal void Mark(int slot) => _found |= 1UL << slot;

    /// <summary>Tries to read a single value that is printable, not empty and trimmed, and that has no comma if the key is sensitive.</summary>
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

    /// <summary>Leaves the record to <see cref="MetadataReader"/>.</summary>
    private protected void GiveUp() => _hasGivenUp = true;

    /// <summary>Ends reading, and removes all references to the call.</summary>
    private protected void Forget() => _validationErrors = null;
}
