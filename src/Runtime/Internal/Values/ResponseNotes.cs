using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata.Internal;

/// <summary>
/// Notes of the handler about a response, for the typed views. Grpc.Net.Client passes on only header fields, as entries that an application may forward to its own callers. So the
/// notes are attached to one string instance, which is the value of a header field. They are found only with that instance, so they never leave the process, and no server can
/// forge them.
/// </summary>
internal sealed partial record ResponseNotes
{
    /// <summary>The header field whose value carries the notes. It is added if a response lacks it, as RFC 9110, section 6.6.1, requires of a recipient.</summary>
    internal const string DateCarrier = "date";

    /// <summary>The header field that is used instead if other handlers may read the headers first: HttpClient parses a date that is read, and then creates new strings.</summary>
    internal const string OwnCarrier = "x-typedmetadata";

    /// <summary>A value that is not base64. It replaces a malformed value.</summary>
    internal const string MalformedStub = "#";

    private static readonly ConditionalWeakTable<string, ResponseNotes> _byValue = new();

    /// <summary>Whether the response ended with its headers. Grpc.Net.Client returns its trailers as initial metadata.</summary>
    internal bool HasEndedInHeaders { get; init; }

    /// <summary>Whether the status in the headers is OK.</summary>
    internal bool HasSucceeded { get; init; }

    /// <summary>The keys whose values were removed because they were not base64. They must not count as absent.</summary>
    internal string[] MalformedKeys { get; init; } = [];

    /// <summary>The server that the call was sent to, if the channel tracks it.</summary>
    internal Peer? Peer { get; init; }

    /// <summary>Attaches notes to entries.</summary>
    internal static void Set(Metadata metadata, ResponseNotes notes) => metadata.Insert(0, new Metadata.Entry(DateCarrier, Carry(NewValue(DateCarrier), notes)));

    /// <summary>Returns the notes of entries, or null.</summary>
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

    /// <summary>Returns a value that indicates whether an entry carries notes.</summary>
    internal static bool TryGet(Metadata.Entry entry, [NotNullWhen(true)] out ResponseNotes? notes)
    {
        notes = null;
        return !entry.IsBinary && TryGet(entry.Key, entry.Value, out notes);
    }

    /// <summary>Returns a value that indicates whether a header field carries notes.</summary>
    internal static bool TryGet(string name, string? value, [NotNullWhen(true)] out ResponseNotes? notes)
    {
        notes = null;
        return value is not null && IsCarrier(name) && _byValue.TryGetValue(value, out notes);
    }

    /// <summary>Returns a value that indicates whether a header field with this name, ignoring case, may carry notes.</summary>
    internal static bool IsCarrier(string name) => name.Length switch
    {
        4 => name.Equals(DateCarrier, StringComparison.OrdinalIgnoreCase),
        15 => name.Equals(OwnCarrier, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Returns the header field that carries the notes.</summary>
    /// <param name="isOutermost">Whether no other handler reads the headers before Grpc.Net.Client.</param>
    internal static string Carrier(bool isOutermost) => isOutermost ? DateCarrier : OwnCarrier;

    private static string NewValue(string carrier) => carrier == DateCarrier ? DateTimeOffset.UtcNow.ToString("r") : "1";

    // The value is copied, because HttpClient shares one string between responses of the same second.
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
