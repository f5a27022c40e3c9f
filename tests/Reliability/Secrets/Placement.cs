using System.Text;
using TypedMetadata.Interop.RawHttp2;

namespace TypedMetadata.Reliability.Secrets;

/// <summary>A secret in one key, in one form, good or bad.</summary>
/// <param name="Key">The kind of key.</param>
/// <param name="Form">What is wrong with the value.</param>
/// <param name="Value">The value, with the canary in it.</param>
internal sealed record Placement(string Key, string Form, string Value)
{
    internal const string Canary = "canary7f3a91zq";
    private const string Core = $"x{Canary}x";

    private static readonly Dictionary<string, string> _forms = new()
    {
        ["good"] = Core,
        ["line break"] = Core + "\n",
        ["not ASCII"] = Core + "\u00e9",
        ["control"] = Core + "\u0001",
        ["blank at an end"] = " " + Core,
        ["comma"] = $"{Core},{Core}2",
        ["rejected by the user's code"] = Core + "!",
        ["broken escape"] = Core + "%zz",
        ["not base64"] = Core + "#",
        ["too large"] = string.Concat(Enumerable.Repeat(Core, 3000)),
        ["too many items"] = string.Join(',', Enumerable.Repeat(Core, 300)),
        ["another one"] = Core + "-and-more",
    };

    private static readonly Dictionary<string, (string Field, Func<string, SecretRecord>? Record)> _keys = new()
    {
        ["text"] = ("auth-token", value => new SecretRecord { Text = value }),
        ["former name"] = ("x-old-token", null),
        ["bytes"] = ("ticket-bin", value => new SecretRecord { Bytes = Bytes(value) }),
        ["texts"] = ("texts", value => new SecretRecord { Texts = [value, value] }),
        ["blocks"] = ("blocks-bin", value => new SecretRecord { Blocks = [Bytes(value), Bytes(value)] }),
        ["percent-encoded"] = ("wide", value => new SecretRecord { Wide = value }),
        ["converter"] = ("picky", value => new SecretRecord { Converted = value }),
        ["number"] = ("pin", null),
        ["record inside"] = ("combination", value => new SecretRecord { Drawer = new Drawer(value) }),
        ["map"] = ("x-secret-a", value => new SecretRecord { Map = new Dictionary<string, string> { ["a"] = value } }),
        ["map of bytes"] = ("x-hidden-a-bin", value => new SecretRecord { Blobs = new Dictionary<string, byte[]> { ["a"] = Bytes(value) } }),
    };

    internal static IEnumerable<Placement> All => _keys.Keys.SelectMany(key => _forms.Select(form => new Placement(key, form.Key, form.Value)));

    /// <summary>The record with the secret, or null where its type cannot hold it.</summary>
    internal Func<SecretRecord>? Record => _keys[Key].Record is Func<string, SecretRecord> record ? () => record(Value) : null;

    /// <summary>The name of the field.</summary>
    internal string Name => _keys[Key].Field;

    /// <summary>The secret as a field, as somebody writes it who knows nothing of the record.</summary>
    internal RawField Field => new(Name, IsBinary && Form != "not base64" ? Convert.ToBase64String(Bytes(Value)) : IsBinary ? Convert.ToBase64String(Bytes(Value)) + "#" : Value);

    internal bool IsBinary => Name.EndsWith("-bin", StringComparison.Ordinal);

    /// <summary>The field, and another that makes it a duplicate.</summary>
    internal RawField[] Twice => [Field, new(Name, IsBinary ? Convert.ToBase64String(Bytes(Core + "2")) : Core + "2")];

    public override string ToString() => $"{Key}, {Form}";

    private static byte[] Bytes(string value) => Encoding.UTF8.GetBytes(value);
}
