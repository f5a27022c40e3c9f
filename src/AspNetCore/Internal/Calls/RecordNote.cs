namespace TypedMetadata;

/// <summary>What is noted of a record during a call, in a chain whose newest note is first: a call has few, and parallel tasks of a handler may add one.</summary>
/// <param name="record">The record's type.</param>
/// <param name="value">The record, if it is kept.</param>
internal sealed class RecordNote(Type record, object? value)
{
    private readonly Type _record = record;
    private RecordNote? _older;

    internal object? Value { get; } = value;

    /// <summary>Adds a note, which stands in place of older ones of the record.</summary>
    internal static void Add(ref RecordNote? newest, Type record, object? value)
    {
        RecordNote note = new(record, value);
        do
        {
            note._older = Volatile.Read(ref newest);
        }
        while (Interlocked.CompareExchange(ref newest, note, note._older) != note._older);
    }

    /// <summary>The newest note of a record.</summary>
    internal static RecordNote? Find(ref RecordNote? newest, Type record)
    {
        RecordNote? note = Volatile.Read(ref newest);
        while (note is not null && note._record != record)
        {
            note = note._older;
        }

        return note;
    }
}
