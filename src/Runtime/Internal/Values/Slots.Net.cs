using System.Runtime.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The wire values of the keys of a record, by slot. For records with up to sixteen keys, they are on the stack.</summary>
internal ref struct Slots
{
    private readonly WireValue[]? _large;
    private Inline _inline;

    internal Slots(int count)
    {
        if (count > Inline.Length)
        {
            _large = new WireValue[count];
        }
    }

    internal WireValue this[int slot]
    {
        readonly get => _large is null ? _inline[slot] : _large[slot];
        set
        {
            if (_large is null)
            {
                _inline[slot] = value;
            }
            else
            {
                _large[slot] = value;
            }
        }
    }

    [InlineArray(Length)]
    private struct Inline
    {
        internal const int Length = 16;
        private WireValue _first;
    }
}
