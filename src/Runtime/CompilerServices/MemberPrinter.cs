using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using Google.Protobuf;

namespace TypedMetadata.CompilerServices;

/// <summary>Writes the members of a record for its <c>ToString</c>, in the format of C#: <c>Name = value, Name = value</c>. Bytes are written as their number, such as <c>3 bytes</c>.</summary>
/// <param name="builder">The builder that <c>PrintMembers</c> takes.</param>
/// <param name="follows">Whether the base record has written members already.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemberPrinter(StringBuilder builder, bool follows = false)
{
    private bool _follows = follows;

    /// <summary>Writes a member.</summary>
    public void Print(string name, object? value)
    {
        if (_follows)
        {
            builder.Append(", ");
        }

        _follows = true;
        builder.Append(name).Append(" = ").Append(value switch
        {
            byte[] bytes => Bytes(bytes.Length),
            ReadOnlyMemory<byte> bytes => Bytes(bytes.Length),
            ImmutableArray<byte> bytes => bytes.IsDefault ? null : Bytes(bytes.Length),
            ByteString bytes => Bytes(bytes.Length),
            _ => value?.ToString(),
        });
    }

    /// <summary>Writes <c>***</c> in place of a sensitive value.</summary>
    public void PrintSensitive(string name) => Print(name, "***");

    private static string Bytes(int count) => count == 1 ? "1 byte" : FormattableString.Invariant($"{count} bytes");
}
