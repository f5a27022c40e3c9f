using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Rejects response header fields that Kestrel cannot send. Before .NET 9, a field that is larger than an HTTP/2 frame closes the connection and ends all other calls on it
/// (https://github.com/dotnet/aspnetcore/issues/4722).
/// </summary>
internal static class KestrelFrame
{
    /// <summary>The maximum size of a response header field, as PROTOCOL-HTTP2.md counts it.</summary>
    internal static int MostPerField { get; } = Environment.Version.Major < 9 ? 16 * 1024 : int.MaxValue;

    private static string Problem => $"it takes more than {MostPerField} bytes, for which Kestrel before .NET 9 would close the connection";

    /// <summary>Returns the error of the first key with a field that cannot be sent, or null.</summary>
    internal static MetadataError? ErrorOf(in MetadataWriter writer) =>
        writer.SlotWithFieldOver(MostPerField) is >= 0 and int slot ? ErrorOf(writer.Keys[slot].Key) : null;

    /// <summary>Leaves out every key with a field that cannot be sent.</summary>
    internal static void LeaveOut(ref MetadataWriter writer, List<MetadataError> errors)
    {
        while (writer.SlotWithFieldOver(MostPerField) is >= 0 and int slot)
        {
            errors.Add(ErrorOf(writer.Keys[slot].Key));
            writer.LeaveOut(slot);
        }
    }

    /// <summary>Returns the reason why a field cannot be sent, or null.</summary>
    internal static string? ProblemOf(string key, string field) => WireSize.Of(key, field) > MostPerField ? Problem : null;

    private static MetadataError ErrorOf(string key) =>
        new(key, MetadataErrorKind.TooLarge, $"'{key}' cannot be sent: {Problem}. Send less, or run the server on .NET 9 or later.");
}
