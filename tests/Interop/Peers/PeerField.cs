using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedMetadata.Interop.Peers;

/// <summary>One value of metadata as the peers write it in JSON: text, or bytes in hexadecimal.</summary>
internal sealed record PeerField(string Key, string? Text = null, string? Hex = null)
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    internal static PeerField Of(string key, string text) => new(key, Text: text);

    internal static PeerField Of(string key, byte[] bytes) => new(key, Hex: Convert.ToHexStringLower(bytes));

    /// <summary>What a peer's server answers: all that it saw.</summary>
    internal static PeerField[] Parse(string? reply) => JsonSerializer.Deserialize<PeerField[]>(reply!, Json)!;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Key).Append(": ").Append(Text is null ? "0x" + Hex : $"\"{Text}\"");
        return true;
    }
}

internal static class PeerFieldExtensions
{
    /// <summary>The fields of some keys, key by key, each key's in the order in which they came.</summary>
    internal static PeerField[] OfKeys(this IEnumerable<PeerField>? fields, IEnumerable<PeerField> like)
    {
        HashSet<string> keys = [.. like.Select(field => field.Key)];
        return [.. (fields ?? []).Where(field => keys.Contains(field.Key)).OrderBy(field => field.Key, StringComparer.Ordinal)];
    }
}
