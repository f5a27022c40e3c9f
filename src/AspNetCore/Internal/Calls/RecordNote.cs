namespace TypedMetadata;

/// <summary>A note about a record of a call, in a linked list with the newest note first. A call has few notes, and parallel tasks of a handler may add them.</summary>
/// <param name="record">The type of the record.</param>
/// <param name="value">The record, or null if it is not stored.</param>
internal sealed class RecordNote(Type record, object? value)
{
    private readonly Type _record = record;
    private RecordNote? _older;

    internal object? Value { get; } = value;

    /// <summary>Adds a note. It replaces older notes of the record.</summary>
    internal static void Add(ref RecordNote? newest, Type record, object? value)
    {
        RecordNote note = new(record, value);
        do
        {
            note._older = Volatile.Read(ref newest);
        }
        while (Interlocked.CompareExchange(ref newest, note, note._older) != note._older);
    }

    /// <summary>Returns the newest note of a record, or null.</summary>
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
