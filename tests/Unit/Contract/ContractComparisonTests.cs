using System.Text.Json.Nodes;

namespace TypedMetadata.Unit.Contract;

/// <summary>Which changes of a contract break somebody. The edits are made in the JSON, as a new version of a service would.</summary>
public sealed class ContractComparisonTests
{
    private const string Base = """
        {
          "version": 1,
          "services": [
            {
              "name": "shop.Orders",
              "methods": [
                { "name": "Place", "kind": "unary", "request": [{ "record": "Shop.Caller", "enforcement": "reject" }], "initial": [{ "record": "Shop.Begin" }], "trailing": [{ "record": "Shop.End" }] },
                { "name": "Watch", "kind": "server-streaming", "request": [{ "record": "Shop.Caller", "enforcement": "report-only" }], "initial": [], "trailing": [] }
              ]
            }
          ],
          "records": [
            {
              "name": "Begin", "type": "Shop.Begin", "positions": ["initial"],
              "keys": [
                { "key": "node", "property": "Node", "kind": "text", "type": "string", "format": "StringText", "required": true },
                { "key": "zone", "property": "Zone", "kind": "text", "type": "string", "format": "StringText" }
              ]
            },
            {
              "name": "Caller", "type": "Shop.Caller", "positions": ["request"], "maxSize": 4096, "summary": "Who calls.",
              "keys": [
                { "key": "tenant-id", "property": "TenantId", "kind": "text", "type": "string", "format": "StringText", "required": true, "errorStatus": "INVALID_ARGUMENT", "aliases": ["x-tenant"] },
                { "key": "attempt", "property": "Attempt", "kind": "text", "type": "int", "format": "IntegerText" },
                { "key": "token", "property": "Token", "kind": "text", "type": "string", "format": "StringText", "sensitive": true, "scheme": "Bearer" },
                { "key": "tags", "property": "Tags", "kind": "text", "type": "string", "format": "StringText", "list": true, "maxItems": 10, "separator": "|" },
                { "key": "proof-bin", "property": "Proof", "kind": "binary", "type": "byte[]", "format": "ByteArrayBinary" },
                { "key": "x-label-", "property": "Labels", "kind": "text", "type": "string", "format": "StringText", "prefix": true }
              ]
            },
            {
              "name": "End", "type": "Shop.End", "positions": ["trailing"],
              "keys": [
                { "key": "rows", "property": "Rows", "kind": "text", "type": "long", "format": "IntegerText", "required": true },
                { "key": "cost", "property": "Cost", "kind": "text", "type": "decimal", "format": "DecimalText" }
              ]
            }
          ]
        }
        """;

    private static readonly Dictionary<string, (Action<Edit> Edit, string Rule)> _breaking = new()
    {
        ["required request key removed"] = (edit => edit.RemoveKey("Caller", "tenant-id"), "TMD130"),
        ["optional request key removed"] = (edit => edit.RemoveKey("Caller", "attempt"), "TMD130"),
        ["prefix removed"] = (edit => edit.RemoveKey("Caller", "x-label-"), "TMD130"),
        ["response key removed"] = (edit => edit.RemoveKey("End", "cost"), "TMD130"),
        ["request key renamed"] = (edit => edit.Key("Caller", "attempt")["key"] = "try", "TMD130"),
        ["response key renamed"] = (edit => edit.Key("Begin", "zone")["key"] = "region", "TMD130"),
        ["response key renamed, the old one an alias that no old client knows"] = (edit => Become(edit.Key("Begin", "zone"), ("key", "region"), ("aliases", new JsonArray("zone"))), "TMD130"),
        ["text became binary under the same key"] = (edit => edit.Key("Caller", "attempt")["kind"] = "binary", "TMD131"),
        ["text became binary, and the key got its suffix and an alias"] = (edit => Become(edit.Key("Caller", "attempt"), ("key", "attempt-bin"), ("kind", "binary"), ("aliases", new JsonArray("attempt"))), "TMD131"),
        ["value became a list"] = (edit => edit.Key("Caller", "attempt")["list"] = true, "TMD131"),
        ["list became a value"] = (edit => edit.Key("Caller", "tags")["list"] = false, "TMD131"),
        ["prefix became a key"] = (edit => edit.Key("Caller", "x-label-")["prefix"] = false, "TMD131"),
        ["type changed"] = (edit => Become(edit.Key("Caller", "attempt"), ("type", "string"), ("format", "StringText")), "TMD132"),
        ["type became wider"] = (edit => edit.Key("Caller", "attempt")["type"] = "long", "TMD132"),
        ["type of a response key changed"] = (edit => edit.Key("End", "rows")["type"] = "string", "TMD132"),
        ["format changed"] = (edit => edit.Key("End", "cost")["format"] = "PercentText", "TMD132"),
        ["scheme changed"] = (edit => edit.Key("Caller", "token")["scheme"] = "Basic", "TMD132"),
        ["scheme removed"] = (edit => edit.Key("Caller", "token").Remove("scheme"), "TMD132"),
        ["separator changed"] = (edit => edit.Key("Caller", "tags")["separator"] = ";", "TMD132"),
        ["optional request key became required"] = (edit => edit.Key("Caller", "attempt")["required"] = true, "TMD133"),
        ["optional response key became required"] = (edit => edit.Key("Begin", "zone")["required"] = true, "TMD133"),
        ["required request key was added"] = (edit => edit.AddKey("Caller", "region", required: true), "TMD133"),
        ["required response key was added"] = (edit => edit.AddKey("End", "region", required: true), "TMD133"),
        ["RPC expects another record"] = (edit => edit.Method("Watch")["request"]!.AsArray().Add(new JsonObject { ["record"] = edit.AddRecord("Extra", "request", required: true), ["enforcement"] = "reject" }), "TMD133"),
        ["reported errors are rejected"] = (edit => edit.Method("Watch")["request"]![0]!["enforcement"] = "reject", "TMD133"),
        ["RPC sends another record"] = (edit => edit.Method("Watch")["trailing"]!.AsArray().Add(new JsonObject { ["record"] = "Shop.End" }), "TMD133"),
        ["required response key became optional"] = (edit => edit.Key("End", "rows")["required"] = false, "TMD134"),
        ["secret became public"] = (edit => edit.Key("Caller", "token")["sensitive"] = false, "TMD135"),
        ["MaxSize lowered"] = (edit => edit.Record("Caller")["maxSize"] = 1024, "TMD136"),
        ["MaxSize set"] = (edit => edit.Record("End")["maxSize"] = 1024, "TMD136"),
        ["MaxItems lowered"] = (edit => edit.Key("Caller", "tags")["maxItems"] = 9, "TMD136"),
        ["alias removed"] = (edit => edit.Key("Caller", "tenant-id")["aliases"] = new JsonArray(), "TMD137"),
        ["record removed"] = (edit => edit.RemoveRecord("Begin"), "TMD138"),
        ["position removed"] = (edit => edit.Record("End")["positions"] = new JsonArray("initial"), "TMD138"),
        ["RPC removed"] = (edit => edit.Methods.RemoveAt(1), "TMD138"),
        ["RPC renamed"] = (edit => edit.Method("Watch")["name"] = "Follow", "TMD138"),
        ["RPC no longer expects a record"] = (edit => edit.Method("Place")["request"] = new JsonArray(), "TMD138"),
        ["RPC no longer sends a record"] = (edit => edit.Method("Place")["trailing"] = new JsonArray(), "TMD138"),
    };

    private static readonly Dictionary<string, Action<Edit>> _harmless = new()
    {
        ["nothing"] = _ => { },
        ["optional request key added"] = edit => edit.AddKey("Caller", "region", required: false),
        ["optional response key added"] = edit => edit.AddKey("End", "region", required: false),
        ["list added"] = edit => edit.AddKey("Caller", "groups", required: false)["list"] = true,
        ["prefix added"] = edit => edit.AddKey("Caller", "x-more-", required: false)["prefix"] = true,
        ["sensitive key added"] = edit => edit.AddKey("Caller", "password", required: false)["sensitive"] = true,
        ["request key renamed, the old one an alias"] = edit => Become(edit.Key("Caller", "attempt"), ("key", "try"), ("aliases", new JsonArray("attempt"))),
        ["required request key renamed, the old one an alias"] = edit => Become(edit.Key("Caller", "tenant-id"), ("key", "customer-id"), ("aliases", new JsonArray("tenant-id", "x-tenant"))),
        ["another type of bytes"] = edit => Become(edit.Key("Caller", "proof-bin"), ("type", "System.ReadOnlyMemory<byte>"), ("format", "MemoryBinary")),
        ["the usual separator, written out"] = edit => edit.AddKey("Caller", "groups", required: false)["separator"] = ",",
        ["key takes back its alias"] = edit => Become(edit.Key("Caller", "tenant-id"), ("key", "x-tenant"), ("aliases", new JsonArray("tenant-id"))),
        ["alias added"] = edit => edit.Key("Caller", "attempt")["aliases"] = new JsonArray("x-attempt"),
        ["property renamed, its key pinned"] = edit => edit.Key("Caller", "attempt")["property"] = "Try",
        ["record's type renamed"] = edit => edit.RenameRecord("Begin", "Opened"),
        ["request record's type renamed"] = edit => edit.RenameRecord("Caller", "Peer"),
        ["namespace changed"] = edit => edit.RenameRecord("End", "Trailers.End"),
        ["required request key became optional"] = edit => edit.Key("Caller", "tenant-id")["required"] = false,
        ["optional key became a secret"] = edit => edit.Key("Caller", "attempt")["sensitive"] = true,
        ["MaxSize raised"] = edit => edit.Record("Caller")["maxSize"] = 8192,
        ["MaxSize removed"] = edit => edit.Record("Caller").Remove("maxSize"),
        ["MaxItems raised"] = edit => edit.Key("Caller", "tags")["maxItems"] = 11,
        ["error status changed"] = edit => edit.Key("Caller", "tenant-id")["errorStatus"] = "UNAUTHENTICATED",
        ["summary of a record changed"] = edit => edit.Record("Caller")["summary"] = "Who calls us.",
        ["summary of a record removed"] = edit => edit.Record("Caller").Remove("summary"),
        ["summary of a key added"] = edit => edit.Key("Caller", "attempt")["summary"] = "How often it was tried.",
        ["example and words changed"] = edit => Become(edit.Key("Caller", "attempt"), ("example", "7"), ("expected", "a number")),
        ["keys in another order"] = edit => edit.Reverse(edit.Record("Caller")["keys"]!.AsArray()),
        ["records in another order"] = edit => edit.Reverse(edit.Records),
        ["RPCs in another order"] = edit => edit.Reverse(edit.Methods),
        ["position added"] = edit => edit.Record("End")["positions"] = new JsonArray("initial", "trailing"),
        ["RPC added"] = edit => edit.Methods.Add(new JsonObject { ["name"] = "Cancel", ["kind"] = "unary", ["request"] = new JsonArray(new JsonObject { ["record"] = "Shop.Caller", ["enforcement"] = "reject" }) }),
        ["service added"] = edit => edit.Services.Add(new JsonObject { ["name"] = "shop.Stock", ["methods"] = new JsonArray() }),
        ["record added"] = edit => edit.AddRecord("Extra", "request", required: true),
        ["RPC expects another record whose keys are optional"] = edit => edit.Method("Watch")["request"]!.AsArray().Add(new JsonObject { ["record"] = edit.AddRecord("Extra", "request", required: false), ["enforcement"] = "reject" }),
        ["RPC reports the errors of another record"] = edit => edit.Method("Place")["request"]!.AsArray().Add(new JsonObject { ["record"] = edit.AddRecord("Extra", "request", required: true), ["enforcement"] = "report-only" }),
        ["RPC sends another record whose keys are optional"] = edit => edit.Method("Watch")["trailing"]!.AsArray().Add(new JsonObject { ["record"] = edit.AddRecord("Extra", "trailing", required: false) }),
        ["rejected errors are reported only"] = edit => edit.Method("Place")["request"]![0]!["enforcement"] = "report-only",
        ["format named where it was not"] = edit => edit.Key("Caller", "proof-bin").Remove("format"),
        ["an unknown member of a later minor version"] = edit => edit.Key("Caller", "attempt")["remark"] = "x",
    };

    public static TheoryData<string> Breaking { get; } = new(_breaking.Keys);

    public static TheoryData<string> Harmless { get; } = new(_harmless.Keys);

    [Theory]
    [MemberData(nameof(Breaking))]
    public void Breaking_edit_is_reported_once_by_its_rule(string name)
    {
        (Action<Edit> edit, string rule) = _breaking[name];
        ContractChange change = Assert.Single(After(edit));
        Assert.Equal(rule, change.Rule);
        Assert.Matches("breaks|old clients|printed and logged", change.Problem);
        Assert.NotEmpty(change.Remedy);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Harmless_edit_is_not_reported(string name) => Assert.Empty(After(_harmless[name]));

    private static IReadOnlyList<ContractChange> After(Action<Edit> make)
    {
        Edit edit = new(JsonNode.Parse(Base)!);
        make(edit);
        return ContractComparison.Compare(ContractJson.Read(Base), ContractJson.Read(edit.ToString()));
    }

    private static void Become(JsonObject node, params (string Name, JsonNode Value)[] members)
    {
        foreach ((string name, JsonNode value) in members)
        {
            node[name] = value;
        }
    }

    private sealed class Edit(JsonNode contract)
    {
        internal JsonArray Services => contract["services"]!.AsArray();

        internal JsonArray Methods => Services[0]!["methods"]!.AsArray();

        internal JsonArray Records => contract["records"]!.AsArray();

        internal JsonObject Record(string name) => Records.Single(record => (string?)record!["name"] == name)!.AsObject();

        internal JsonObject Method(string name) => Methods.Single(method => (string?)method!["name"] == name)!.AsObject();

        internal JsonObject Key(string record, string key) => Record(record)["keys"]!.AsArray().Single(one => (string?)one!["key"] == key)!.AsObject();

        internal void RemoveKey(string record, string key) => Record(record)["keys"]!.AsArray().Remove(Key(record, key));

        internal void RemoveRecord(string name) => Records.Remove(Record(name));

        internal JsonObject AddKey(string record, string key, bool required)
        {
            JsonObject added = new() { ["key"] = key, ["property"] = "Added", ["kind"] = "text", ["type"] = "string", ["format"] = "StringText", ["required"] = required };
            Record(record)["keys"]!.AsArray().Add(added);
            return added;
        }

        internal string AddRecord(string name, string position, bool required)
        {
            Records.Add(new JsonObject { ["name"] = name, ["type"] = "Shop." + name, ["positions"] = new JsonArray(position), ["keys"] = new JsonArray() });
            AddKey(name, "added", required);
            return "Shop." + name;
        }

        internal void RenameRecord(string name, string other)
        {
            string type = "Shop." + name;
            foreach (JsonNode use in Methods.SelectMany(method => new[] { "request", "initial", "trailing" }.SelectMany(position => method![position]!.AsArray())).Where(use => (string?)use!["record"] == type).ToList()!)
            {
                use["record"] = "Shop." + other;
            }

            JsonObject record = Record(name);
            record["type"] = "Shop." + other;
            record["name"] = other;
        }

        internal void Reverse(JsonArray array)
        {
            List<JsonNode?> items = [.. array];
            array.Clear();
            items.Reverse();
            items.ForEach(array.Add);
        }

        public override string ToString() => contract.ToJsonString();
    }
}
