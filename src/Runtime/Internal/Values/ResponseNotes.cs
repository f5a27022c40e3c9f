using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>
/// What the client's handler knows of a response beside its fields. Grpc.Net.Client hands on nothing but fields, as entries that an application may send on to its own callers, so
/// the notes stand beside the call: they belong to one instance of a string, which is the value of a field. Only who holds that very string finds them, so nothing of them leaves the
/// process, and no server can forge them.
/// </summary>
internal sealed partial record ResponseNotes
{
    /// <summary>The field whose value carries the notes. A response that lacks it gets it, as RFC 9110, section 6.6.1, asks of a recipient.</summary>
    internal const string DateCarrier = "date";

    /// <summary>The field in its place where other handlers may look at the headers first: HttpClient parses a date that it is asked for, and then makes new strings of it.</summary>
    internal const string OwnCarrier = "x-typedmetadata";

    /// <summary>No base64: what a reader finds in place of a malformed value.</summary>
    internal const string MalformedStub = "#";

    private static readonly ConditionalWeakTable<string, ResponseNotes> _byValue = new();

    /// <summary>Whether the response ended in its headers: Grpc.Net.Client shows its trailers as initial metadata.</summary>
    internal bool HasEndedInHeaders { get; init; }

    /// <summary>Whether the status in the headers is OK.</summary>
    internal bool HasSucceeded { get; init; }

    /// <summary>Keys whose values were not base64, and had to be taken out. They must not count as absent.</summary>
    internal string[] MalformedKeys { get; init; } = [];

    /// <summary>Which server the call went to, on a channel that tracks it.</summary>
    internal Peer? Peer { get; init; }

    /// <summary>Puts notes beside entries.</summary>
    internal static void Set(Metadata metadata, ResponseNotes notes) => metadata.Insert(0, new Metadata.Entry(DateCarrier, Carry(NewValue(DateCarrier), notes)));

    /// <summary>The notes beside entries, or null.</summary>
    internal static ResponseNotes? Of(Metadata metadata)
    {
        for (int i = 0; i < metadata.Count; i++)
        {
            if (TryGet(metadata[i], out ResponseNotes? notes))
            {
                return notes;
            }
        }

        return null;
    }

    /// <summary>Whether an entry carries notes.</summary>
    internal static bool TryGet(Metadata.Entry entry, [NotNullWhen(true)] out ResponseNotes? notes)
    {
        notes = null;
        return !entry.IsBinary && TryGet(entry.Key, entry.Value, out notes);
    }

    /// <summary>Whether a field carries notes.</summary>
    internal static bool TryGet(string name, string? value, [NotNullWhen(true)] out ResponseNotes? notes)
    {
        notes = null;
        return value is not null && IsCarrier(name) && _byValue.TryGetValue(value, out notes);
    }

    /// <summary>Whether a field of that name, in either case, may carry notes.</summary>
    internal static bool IsCarrier(string name) => name.Length switch
    {
        4 => name.Equals(DateCarrier, StringComparison.OrdinalIgnoreCase),
        15 => name.Equals(OwnCarrier, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string NewValue(string carrier) => carrier == DateCarrier ? DateTimeOffset.UtcNow.ToString("r") : "1";

    // A copy: HttpClient gives one string to responses of the same second.
    private static string Carry(string value, ResponseNotes? notes)
    {
        string carried = value.AsSpan().ToString();
        if (notes is not null)
        {
            _byValue.Add(carried, notes);
        }

        return carried;
    }
}
