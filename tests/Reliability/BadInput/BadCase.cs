using TypedMetadata.Interop.RawHttp2;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>Where the bad field stands.</summary>
internal enum Place
{
    Alone,
    BesideGood,
    Twice,
    WithGoodBefore,
    WithGoodAfter,
    JoinedToGood,
    UnderUnknownKey,
    InPrefixedKey,
    InKey,
    AsTimeout,
    AsProtocolField,
}

/// <summary>One bad request or answer.</summary>
/// <param name="Number">Which one of a seed's.</param>
/// <param name="Place">Where the bad field stands.</param>
/// <param name="Subject">The key that is attacked, where it is one of the target's.</param>
/// <param name="Fields">All fields of the case, as bytes.</param>
internal sealed record BadCase(int Number, Place Place, Subject? Subject, IReadOnlyList<RawField> Fields)
{
    /// <summary>Whether no byte gives HTTP/2 a reason to close the connection.</summary>
    internal bool IsClean => !IsOfProtocol && Fields.All(one =>
        Spelling.IsKey(one.Name) && one.Value.All(character => character is >= ' ' and <= '~' or '\t'));

    /// <summary>Whether the field is not metadata but HTTP's or gRPC's own, so that any answer will do.</summary>
    internal bool IsOfProtocol => Place is Place.AsProtocolField or Place.AsTimeout || (Place == Place.InKey && Spelling.IsTaken(Fields[0].Name.ToLowerInvariant()));

    internal IReadOnlyList<string> SubjectFields => [.. Fields.Where(one => one.Name == Subject?.Key).Select(one => one.Value)];

    public override string ToString() => $"case {Number}, {Place}, {string.Join("; ", Fields.Select(Shown))}";

    private static string Shown(RawField field)
    {
        string text = $"{field.Name}: {field.Value}";
        return string.Concat((text.Length > 160 ? text[..160] + "…" : text).Select(character => character is >= ' ' and <= '~' or '…' ? $"{character}" : $"\\x{(int)character:x2}"));
    }
}
