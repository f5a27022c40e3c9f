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

    private MetadataLayout? _layout;
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
    private protected abstract string? Only { get; }

    /// <summary>How many values the current field has.</summary>
    private protected abstract int ValueCount { get; }

    /// <summary>Goes on to the next field. Each name comes once.</summary>
    public abstract bool Next([NotNullWhen(true)] out string? name);

    /// <summary>Whether a field's name is a key's, in either case. With a constant key it takes a few instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(string name, string key) => string.Equals(name, key, StringComparison.OrdinalIgnoreCase);

    // The values are only used when all of them are good: so they are not said to be null where one is not.

    /// <summary>Takes a text value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Text<T, TCodec>(int slot, out T value)
        where TCodec : ITextCodec<T>
    {
        if (!TryPlain(slot, out string? text))
        {
            value = default!;
            return false;
        }

        // Here the types are known, where code that is shared among reference types would look its codec up.
        if (typeof(TCodec) == typeof(StringText))
        {
            value = Unsafe.As<string, T>(ref text);
            return true;
        }

        return TCodec.RunsUserCode ? UserCode.Parse<T, TCodec>(Key(slot), text, out value!) is null : TCodec.TryParse(text, out value!);
    }

    /// <summary>Takes a text value of a key that may be absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Text<T, TCodec>(int slot, out Found<T> found)
        where TCodec : ITextCodec<T>
    {
        bool isTaken = Text<T, TCodec>(slot, out T value);
        found = isTaken ? new Found<T>(value) : default;
        return isTaken;
    }

    /// <summary>Takes a binary value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Binary<T, TCodec>(int slot, out T value)
        where TCodec : IBinaryCodec<T>
    {
        _found |= 1UL << slot;
        if (Only is not { Length: not 0 } text)
        {
            value = default!;
            return false;
        }

        if (TCodec.UsesSpans)
        {
            return SmallBinary.TryDecode<T, TCodec>(text, out value!);
        }

        if (!UnpaddedBase64.TryDecode(text, out byte[]? bytes))
        {
            value = default!;
            return false;
        }

        return TCodec.RunsUserCode ? UserCode.Decode<T, TCodec>(Key(slot), bytes, out value!) is null : TCodec.TryDecode(bytes, out value!);
    }

    /// <summary>Takes a binary value of a key that may be absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Binary<T, TCodec>(int slot, out Found<T> found)
        where TCodec : IBinaryCodec<T>
    {
        bool isTaken = Binary<T, TCodec>(slot, out T value);
        found = isTaken ? new Found<T>(value) : default;
        return isTaken;
    }

    /// <summary>Takes the items of a text list.</summary>
    public bool TextList<T, TCodec>(int slot, out T[] items)
        where TCodec : ITextCodec<T>
    {
        _found |= 1UL << slot;
        items = [];
        KeyDescriptor key = Key(slot);
        int fields = ValueCount;
        int most = 0;
        for (int i = 0; i < fields; i++)
        {
            most += ListValue.CountItems(ValueAt(i));
        }

        if (most > key.MaxItems)
        {
            return false;
        }

        T[] values = new T[most];
        int count = 0;
        for (int i = 0; i < fields; i++)
        {
            if (ListValue.ReadText<T, TCodec>(key, ValueAt(i), values, ref count) is not null)
            {
                return false;
            }
        }

        items = count == most ? values : values[..count];
        return true;
    }

    /// <summary>Takes the items of a text list that may be absent.</summary>
    public bool TextList<T, TCodec>(int slot, out Found<T[]> found)
        where TCodec : ITextCodec<T>
    {
        bool isTaken = TextList<T, TCodec>(slot, out T[] items);
        found = isTaken ? new Found<T[]>(items) : default;
        return isTaken;
    }

    /// <summary>Takes the items of a binary list that came in one field.</summary>
    public bool BinaryList<T, TCodec>(int slot, out T[] items)
        where TCodec : IBinaryCodec<T>
    {
        _found |= 1UL << slot;
        items = [];
        return Only is string only && ListValue.ReadBinary<T, TCodec>(Key(slot), new WireValue(only), out items) is null;
    }

    /// <summary>Takes the items of a binary list that may be absent.</summary>
    public bool BinaryList<T, TCodec>(int slot, out Found<T[]> found)
        where TCodec : IBinaryCodec<T>
    {
        bool isTaken = BinaryList<T, TCodec>(slot, out T[] items);
        found = isTaken ? new Found<T[]>(items) : default;
        return isTaken;
    }

    /// <summary>Whether all keys came that must be there. Called once, between the last value and the constructor.</summary>
    /// <param name="required">Their slots, a bit each.</param>
    public bool Complete(ulong required)
    {
        IsConstructing = true;
        return (_found & required) == required && !_hasGivenUp;
    }

    /// <summary>A value of the current field.</summary>
    private protected abstract string ValueAt(int index);

    /// <summary>Begins to read a record.</summary>
    private protected void Start(MetadataLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _layout = layout;
        _found = 0;
        _hasGivenUp = false;
        _validationErrors = null;
        IsConstructing = false;
    }

    /// <summary>Leaves the record to the general reader.</summary>
    private protected void GiveUp() => _hasGivenUp = true;

    /// <summary>Ends reading, and keeps nothing of the call.</summary>
    private protected void Forget()
    {
        _layout = null;
        _validationErrors = null;
    }

    private KeyDescriptor Key(int slot) => _layout!.Keys[slot];

    // One value, printable, not empty, without blanks at its ends, and without a comma that may stand between two joined secrets.
    private bool TryPlain(int slot, [NotNullWhen(true)] out string? text)
    {
        _found |= 1UL << slot;
        text = Only;
        return text is { Length: not 0 } && text[0] != ' ' && text[^1] != ' ' && TextRules.IsPrintableAscii(text)
            && (Key(slot) is not { Sensitive: true, AllowComma: false } || !text.Contains(','));
    }
}
