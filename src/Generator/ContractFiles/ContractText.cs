using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>The text of a contract file: the contract in it, and where its records, keys, services and RPCs are named.</summary>
internal sealed class ContractText
{
    private readonly Dictionary<(string Owner, string? Member), TextSpan> _places = [];

    private ContractText(string text)
    {
        if (JsonReader.Read(text, out (string Problem, int Position) error) is not JsonValue root)
        {
            Fail(error.Problem, new TextSpan(error.Position, 0));
        }
        else if (root.Kind != JsonKind.Object)
        {
            Fail("it is not an object", SpanOf(root));
        }
        else
        {
            Document = Read(root);
        }
    }

    /// <summary>The contract. Empty where the text has a fault.</summary>
    internal ContractDocument Document { get; } = new();

    /// <summary>Why the text is no contract, or null.</summary>
    internal (string Problem, TextSpan Place)? Fault { get; private set; }

    internal static ContractText Read(string text) => new(text);

    /// <summary>Where the file names what has changed.</summary>
    internal TextSpan PlaceOf(ContractChange change) => _places.TryGetValue(change.Place, out TextSpan place) ? place : default;

    private static TextSpan SpanOf(JsonValue value) => TextSpan.FromBounds(value.Start, value.End);

    private ContractDocument Read(JsonValue root)
    {
        ContractDocument document = new() { Version = Integer(root, "version") ?? 0, Services = Objects(root, "services", Service), Records = Objects(root, "records", Record) };
        if (root.Find("version") is not JsonValue written)
        {
            Fail("it has no version", SpanOf(root));
        }
        else if (document.Version is < 1 or > ContractDocument.CurrentVersion)
        {
            Fail($"it has version {written.Text}, but this version of TypedMetadata reads version 1", SpanOf(written));
        }

        return document;
    }

    private ContractService Service(JsonValue service)
    {
        string name = Name(service, "name", "a service");
        Add(name, null, service, "name");
        return new ContractService { Name = name, Methods = Objects(service, "methods", method => Method(name, method)) };
    }

    private ContractMethod Method(string service, JsonValue method)
    {
        string name = Name(method, "name", "a method");
        Add(service, name, method, "name");
        return new ContractMethod { Name = name, Kind = Text(method, "kind"), Request = Objects(method, "request", Use), Initial = Objects(method, "initial", Use), Trailing = Objects(method, "trailing", Use) };
    }

    private ContractUse Use(JsonValue use) => new() { Record = Text(use, "record") ?? "", Enforcement = Text(use, "enforcement") };

    private ContractRecord Record(JsonValue record)
    {
        string type = Name(record, "type", "a record");
        Add(type, null, record, "type");
        return new ContractRecord
        {
            Name = Text(record, "name") ?? "",
            Type = type,
            Positions = Texts(record, "positions"),
            MaxSize = Integer(record, "maxSize"),
            Summary = Text(record, "summary"),
            Keys = Objects(record, "keys", key => Key(type, key)),
        };
    }

    private ContractKey Key(string record, JsonValue key)
    {
        string name = Name(key, "key", "a key");
        Add(record, name, key, "key");
        return new ContractKey
        {
            Key = name,
            Property = Text(key, "property") ?? "",
            Kind = Text(key, "kind") ?? "",
            Type = Text(key, "type") ?? "",
            Format = Text(key, "format"),
            Scheme = Text(key, "scheme"),
            Expected = Text(key, "expected"),
            Example = Text(key, "example"),
            Required = Boolean(key, "required"),
            Sensitive = Boolean(key, "sensitive"),
            List = Boolean(key, "list"),
            Prefix = Boolean(key, "prefix"),
            ReadOnly = Boolean(key, "readOnly"),
            MaxItems = Integer(key, "maxItems"),
            Separator = Text(key, "separator"),
            Aliases = Texts(key, "aliases"),
            ErrorStatus = Text(key, "errorStatus"),
            Summary = Text(key, "summary"),
        };
    }

    // The place is that of the name, whose line shows what it is about.
    private void Add(string owner, string? member, JsonValue named, string name)
    {
        if (named.Find(name) is JsonValue value && !_places.ContainsKey((owner, member)))
        {
            _places.Add((owner, member), SpanOf(value));
        }
    }

    private string Name(JsonValue owner, string name, string what)
    {
        string text = Text(owner, name) ?? "";
        if (text.Length == 0)
        {
            Fail($"{what} has no '{name}'", new TextSpan(owner.Start, 1));
        }

        return text;
    }

    private string? Text(JsonValue owner, string name) => owner.Find(name) is JsonValue value ? Text(value, name, "a text") : null;

    private string Text(JsonValue value, string name, string expected)
    {
        if (value.Kind != JsonKind.Text)
        {
            Fail($"'{name}' is not {expected}", SpanOf(value));
        }

        return value.Text;
    }

    private int? Integer(JsonValue owner, string name)
    {
        if (owner.Find(name) is not JsonValue value)
        {
            return null;
        }

        if (value.Integer is null)
        {
            Fail($"'{name}' is not a 32-bit integer", SpanOf(value));
        }

        return value.Integer;
    }

    private bool Boolean(JsonValue owner, string name)
    {
        if (owner.Find(name) is JsonValue { Kind: not (JsonKind.True or JsonKind.False) } value)
        {
            Fail($"'{name}' is not true or false", SpanOf(value));
        }

        return owner.Find(name) is { Kind: JsonKind.True };
    }

    private string[] Texts(JsonValue owner, string name) => [.. Items(owner, name).Select(item => Text(item, name, "an array of texts"))];

    private T[] Objects<T>(JsonValue owner, string name, Func<JsonValue, T> read) => [.. Items(owner, name).Where(item => IsObject(item, name)).Select(read)];

    private bool IsObject(JsonValue item, string name)
    {
        if (item.Kind != JsonKind.Object)
        {
            Fail($"'{name}' is not an array of objects", SpanOf(item));
        }

        return item.Kind == JsonKind.Object;
    }

    private List<JsonValue> Items(JsonValue owner, string name)
    {
        if (owner.Find(name) is JsonValue { Kind: not JsonKind.Array } value)
        {
            Fail($"'{name}' is not an array", SpanOf(value));
        }

        return owner.Find(name)?.Items ?? [];
    }

    private void Fail(string problem, TextSpan place) => Fault ??= (problem, place);
}
