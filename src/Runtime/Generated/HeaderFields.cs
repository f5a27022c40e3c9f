using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TypedMetadata.Codecs;

namespace TypedMetadata.Generated;

/// <summary>
/// The HTTP header fields of one call, gone through once: a plain record (no prefix, no inner records, no former names) takes its values as they come. It takes only what is usual and
/// good. At anything else it gives up without a word, and the general reader reads again and says what is wrong.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HeaderFields
{
    private MetadataLayout? _layout;
    private string? _only;
    private int _slot;
    private ulong _found;
    private bool _isConstructing;
    private List<MetadataError>? _refusals;

    /// <summary>What the record's own Validate rejects.</summary>
    public ICollection<MetadataError> Refusals => _refusals ??= [];

    /// <summary>Whether Validate rejected nothing.</summary>
    public bool IsValid => _refusals is not { Count: not 0 };

    /// <summary>The layout of the record that is read.</summary>
    protected MetadataLayout Layout => _layout!;

    private MetadataField Key => _layout!.Fields[_slot];

    /// <summary>How many values the current field has.</summary>
    protected abstract int ValueCount { get; }

    /// <summary>Whether all values were taken, so that what throws now is the record's own constructor or Validate.</summary>
    internal bool IsConstructing => _isConstructing;

    /// <summary>Goes on to the next field whose key is the record's. Each key comes once.</summary>
    /// <param name="slot">The key's slot.</param>
    public abstract bool Next(out int slot);

    // The values are only used when all of them are good: so they are not said to be null where one is not.

    /// <summary>Takes a text value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Text<T, TCodec>(out T value)
        where TCodec : ITextCodec<T>
    {
        if (!IsPlain(out string? text))
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

        return TCodec.RunsUserCode ? UserCode.Parse<T, TCodec>(Key, text, out value!) is null : TCodec.TryParse(text, out value!);
    }

    /// <summary>Takes a text value of a key that may be absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Text<T, TCodec>(out Found<T> found)
        where TCodec : ITextCodec<T>
    {
        bool isTaken = Text<T, TCodec>(out T value);
        found = isTaken ? new Found<T>(value) : default;
        return isTaken;
    }

    /// <summary>Takes a binary value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Binary<T, TCodec>(out T value)
        where TCodec : IBinaryCodec<T>
    {
        if (_only is not { Length: not 0 } text)
        {
            value = default!;
            return false;
        }

        if (TCodec.ReadsSpans)
        {
            return SmallBinary.TryDecode<T, TCodec>(text, out value!);
        }

        if (!UnpaddedBase64.TryDecode(text, out byte[]? bytes))
        {
            value = default!;
            return false;
        }

        return TCodec.RunsUserCode ? UserCode.Decode<T, TCodec>(Key, bytes, out value!) is null : TCodec.TryDecode(bytes, out value!);
    }

    /// <summary>Takes a binary value of a key that may be absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Binary<T, TCodec>(out Found<T> found)
        where TCodec : IBinaryCodec<T>
    {
        bool isTaken = Binary<T, TCodec>(out T value);
        found = isTaken ? new Found<T>(value) : default;
        return isTaken;
    }

    /// <summary>Takes the items of a text list.</summary>
    public bool TextList<T, TCodec>(out T[] items)
        where TCodec : ITextCodec<T>
    {
        items = [];
        MetadataField key = Key;
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
    public bool TextList<T, TCodec>(out Found<T[]> found)
        where TCodec : ITextCodec<T>
    {
        bool isTaken = TextList<T, TCodec>(out T[] items);
        found = isTaken ? new Found<T[]>(items) : default;
        return isTaken;
    }

    /// <summary>Takes the items of a binary list that came in one field.</summary>
    public bool BinaryList<T, TCodec>(out T[] items)
        where TCodec : IBinaryCodec<T>
    {
        items = [];
        return _only is not null && ListValue.ReadBinary<T, TCodec>(Key, _only, out items) is null;
    }

    /// <summary>Takes the items of a binary list that may be absent.</summary>
    public bool BinaryList<T, TCodec>(out Found<T[]> found)
        where TCodec : IBinaryCodec<T>
    {
        bool isTaken = BinaryList<T, TCodec>(out T[] items);
        found = isTaken ? new Found<T[]>(items) : default;
        return isTaken;
    }

    /// <summary>Whether all keys came that must be there. Called once, between the last value and the constructor.</summary>
    /// <param name="required">Their slots, a bit each.</param>
    public bool Complete(ulong required)
    {
        _isConstructing = true;
        return (_found & required) == required;
    }

    /// <summary>A value of the current field.</summary>
    protected abstract string ValueAt(int index);

    /// <summary>Makes a field the current one.</summary>
    /// <param name="slot">The key's slot.</param>
    /// <param name="only">The value if there is one alone, else null.</param>
    protected void Take(int slot, string? only)
    {
        _slot = slot;
        _only = only;
        _found |= 1UL << slot;
    }

    /// <summary>Begins to read a record.</summary>
    protected void Start(MetadataLayout layout)
    {
        _layout = layout;
        _found = 0;
        _isConstructing = false;
        _refusals = null;
    }

    /// <summary>Ends reading, and keeps nothing of the call.</summary>
    protected void Forget()
    {
        _layout = null;
        _only = null;
        _refusals = null;
    }

    private bool IsPlain([NotNullWhen(true)] out string? text)
    {
        text = _only;
        return text is { Length: not 0 } && text[0] != ' ' && text[^1] != ' ' && TextRules.IsPrintableAscii(text)
            && (((_layout!.CommaSecrets >> _slot) & 1) == 0 || !text.Contains(','));
    }
}
