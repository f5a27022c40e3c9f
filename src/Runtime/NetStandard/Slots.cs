namespace TypedMetadata.Internal;

/// <summary>What each key of a record carries, by slot.</summary>
internal readonly ref struct Slots(int count)
{
    private readonly WireValue[] _values = new WireValue[count];

    internal WireValue this[int slot]
    {
        get => _values[slot];
        set => _values[slot] = value;
    }
}
