using System.Globalization;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>A value in a JSON text, and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last one.</param>
/// <param name="Text">A text without its quotes and escapes, or a number as it is written.</param>
/// <param name="Items">The items of an array.</param>
/// <param name="Members">The members of an object.</param>
internal sealed record JsonValue(JsonKind Kind, int Start, int End, string Text, List<JsonValue> Items, List<KeyValuePair<string, JsonValue>> Members)
{
    internal int? Integer => Kind == JsonKind.Number && int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>A member of an object, the last of several with one name. Null if it is absent or null.</summary>
    internal JsonValue? Find(string name)
    {
        JsonValue? found = Members.FindLast(member => member.Key == name).Value;
        return found is { Kind: JsonKind.Null } ? null : found;
    }
}

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    Text,
    Array,
    Object,
}
