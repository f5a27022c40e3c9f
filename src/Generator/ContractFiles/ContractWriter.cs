using System.Globalization;
using System.Text;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>Writes a contract as the text of a file that people compare: a member a line, and nothing that is not set.</summary>
internal static class ContractWriter
{
    internal static string Write(ContractDocument document)
    {
        StringBuilder text = new();
        Block(text, 0, '{', '}',
        [
            Number("version", document.Version),
            Array("services", document.Services, Service),
            Array("records", document.Records, Record),
        ]);
        return text.Append('\n').ToString();
    }

    private static Part Service(ContractService service) => Object(Text("name", service.Name), Array("methods", service.Methods, Method));

    private static Part Method(ContractMethod method) => Object(
        Text("name", method.Name), Text("kind", method.Kind), Array("request", method.Request, Use), Array("initial", method.Initial, Use), Array("trailing", method.Trailing, Use));

    private static Part Use(ContractUse use) => Object(Text("record", use.Record), Text("enforcement", use.Enforcement));

    private static Part Record(ContractRecord record) => Object(
        Text("name", record.Name), Text("type", record.Type), Texts("positions", record.Positions), Number("maxSize", record.MaxSize), Text("summary", record.Summary), Array("keys", record.Keys, Key));

    private static Part Key(ContractKey key) => Object(
        Text("key", key.Key),
        Text("property", key.Property),
        Text("kind", key.Kind),
        Text("type", key.Type),
        Text("format", key.Format),
        Text("scheme", key.Scheme),
        Flag("required", key.Required),
        Flag("sensitive", key.Sensitive),
        Flag("list", key.List),
        Flag("prefix", key.Prefix),
        Flag("readOnly", key.ReadOnly),
        Number("maxItems", key.MaxItems),
        Text("separator", key.Separator),
        Texts("aliases", key.Aliases),
        Text("errorStatus", key.ErrorStatus),
        Text("summary", key.Summary));

    private static Part Object(params Part?[] members) => (text, depth) => Block(text, depth, '{', '}', members);

    private static Part? Array<T>(string name, IReadOnlyList<T> items, Func<T, Part> write) =>
        items.Count == 0 ? null : (text, depth) => Block(Named(text, name), depth, '[', ']', [.. items.Select(write)]);

    private static Part? Texts(string name, IReadOnlyList<string> items) =>
        items.Count == 0 ? null : (text, _) => Named(text, name).Append('[').Append(string.Join(", ", items.Select(Quoted))).Append(']');

    private static Part? Text(string name, string? value) => value is null ? null : (text, _) => Named(text, name).Append(Quoted(value));

    private static Part? Number(string name, int? value) => value is not int number ? null : (text, _) => Named(text, name).Append(number.ToString(CultureInfo.InvariantCulture));

    private static Part? Flag(string name, bool value) => !value ? null : (text, _) => Named(text, name).Append("true");

    private static void Block(StringBuilder text, int depth, char open, char close, IEnumerable<Part?> parts)
    {
        text.Append(open);
        string separator = "\n";
        foreach (Part part in parts.OfType<Part>())
        {
            text.Append(separator).Append(' ', 2 * (depth + 1));
            part(text, depth + 1);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', 2 * depth).Append(close);
    }

    private static StringBuilder Named(StringBuilder text, string name) => text.Append('"').Append(name).Append("\": ");

    private static string Quoted(string value)
    {
        StringBuilder text = new("\"");
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            bool isPair = char.IsSurrogatePair(value, i) || (i > 0 && char.IsSurrogatePair(value, i - 1));
            text.Append(c is '"' or '\\' ? "\\" + c : IsEscaped(c, isPair) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString());
        }

        return text.Append('"').ToString();
    }

    // What C# or an editor takes for the end of a line, what is invisible, and half of a pair, which UTF-8 cannot carry.
    private static bool IsEscaped(char c, bool isPair) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate => !isPair,
        _ => false,
    };

    private delegate void Part(StringBuilder text, int depth);
}
