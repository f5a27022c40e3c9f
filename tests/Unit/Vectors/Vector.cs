using System.Globalization;
using System.Text.Json;

namespace TypedMetadata.Unit.Vectors;

/// <summary>A row of vectors.json. README.md beside it is the legend.</summary>
public sealed record Vector(string Id, string Kind, string Input, string Expected, string? Type, string? Context, string? Encoding)
{
    private static readonly Vector[] _all = Load();

    /// <summary>The ids of a kind, for a theory.</summary>
    internal static TheoryData<string> Ids(Func<Vector, bool> which) => [.. _all.Where(which).Select(vector => vector.Id)];

    internal static IEnumerable<Vector> All => _all;

    internal static Vector Of(string id) => _all.Single(vector => vector.Id == id);

    /// <summary>The input as text: bytes become the characters of Latin-1, as an HTTP header has them.</summary>
    internal string Text => Encoding switch
    {
        "hex" => System.Text.Encoding.Latin1.GetString(Bytes),
        "utf16-hex" => string.Concat(Input["utf16:".Length..].Split(' ').Select(unit => (char)ushort.Parse(unit, NumberStyles.HexNumber, CultureInfo.InvariantCulture))),
        null => Input,
        _ => throw new InvalidOperationException($"Row {Id} has the unknown encoding '{Encoding}'."),
    };

    internal byte[] Bytes => Convert.FromHexString(Input["hex:".Length..]);

    /// <summary>What follows the verb of <see cref="Expected"/>, such as VALUE of <c>accept:VALUE</c>.</summary>
    internal string Argument => Expected[(Expected.IndexOf(':') + 1)..];

    internal bool Expects(string verb) => Expected == verb || Expected.StartsWith(verb + ":", StringComparison.Ordinal);

    private static Vector[] Load()
    {
        using Stream stream = typeof(Vector).Assembly.GetManifestResourceStream("vectors.json")!;
        return JsonSerializer.Deserialize<Vector[]>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }
}
