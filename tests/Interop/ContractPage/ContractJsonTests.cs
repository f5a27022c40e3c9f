using System.Reflection;
using System.Text.Json;
using Json.Schema;

namespace TypedMetadata.Interop.ContractPage;

/// <summary><c>contract.json</c>: what tools are told of a server.</summary>
public sealed class ContractJsonTests
{
    private static readonly string _repository = typeof(ContractJsonTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    [Fact]
    public async Task Contract_lists_every_service_and_the_records_of_each_position()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        JsonElement contract = await server.ContractAsync();
        Assert.Equal(1, contract.GetProperty("version").GetInt32());
        string[] methods =
        [
            .. from service in contract.GetProperty("services").EnumerateArray()
               from method in service.GetProperty("methods").EnumerateArray()
               select $"{service.GetProperty("name")}/{method.GetProperty("name")} {method.GetProperty("kind")}: {Uses(method, "request")}; {Uses(method, "initial")}; {Uses(method, "trailing")}",
        ];
        Assert.Equal(
            [
                "commented.Commented/Get unary: ; ; ",
                "echo.Echo/Unary unary: Bookkeeper reject; Opened; Closed",
                "echo.Echo/ClientStreaming client-streaming: Bookkeeper report-only; ; Closed",
                "echo.Echo/ServerStreaming server-streaming: Bookkeeper reject; ; Closed",
                "echo.Echo/Duplex duplex-streaming: Bookkeeper reject; ; Closed",
                "search.Search/Search unary: Bookkeeper reject; ; ",
                "second.Second/Get unary: Bookkeeper reject; ; Closed",
            ],
            methods);
    }

    [Fact]
    public async Task Record_is_described_with_all_that_a_caller_needs_to_know()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        JsonElement record = (await server.ContractAsync()).GetProperty("records").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "Bookkeeper");
        Assert.Equal("TypedMetadata.Interop.ContractPage.Bookkeeper", record.GetProperty("type").GetString());
        Assert.Equal(["request"], record.GetProperty("positions").EnumerateArray().Select(position => position.GetString()));
        Assert.Equal(4096, record.GetProperty("maxSize").GetInt32());
        Dictionary<string, JsonElement> keys = record.GetProperty("keys").EnumerateArray().ToDictionary(key => key.GetProperty("key").GetString()!);
        Assert.Equal(["api-token", "days", "password", "request-id", "tenant-id", "x-label-", "x-note"], keys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("string", true, "Whose books."), (keys["tenant-id"].GetProperty("type").GetString(), keys["tenant-id"].GetProperty("required").GetBoolean(), keys["tenant-id"].GetProperty("summary").GetString()));
        Assert.Equal(("System.Guid", "0d16ad85-6ce4-4773-a1be-9f62b2e886a3"), (keys["request-id"].GetProperty("type").GetString(), keys["request-id"].GetProperty("example").GetString()));
        Assert.True(keys["api-token"].GetProperty("sensitive").GetBoolean());
        Assert.Equal(("x-old-note", "FAILED_PRECONDITION"), (keys["x-note"].GetProperty("aliases")[0].GetString(), keys["x-note"].GetProperty("errorStatus").GetString()));
        Assert.Equal((true, 3, "System.DayOfWeek"), (keys["days"].GetProperty("list").GetBoolean(), keys["days"].GetProperty("maxItems").GetInt32(), keys["days"].GetProperty("type").GetString()));
        Assert.True(keys["x-label-"].GetProperty("prefix").GetBoolean());
    }

    [Fact]
    public async Task Contract_obeys_the_published_schema_which_knows_every_member()
    {
        await using ContractServer server = await ContractServer.StartAsync();
        JsonElement contract = await server.ContractAsync();
        string text = await File.ReadAllTextAsync(Path.Combine(_repository, "docs/contract.schema.json"));
        EvaluationResults results = JsonSchema.FromText(text).Evaluate(contract, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join("\n", (results.Details ?? []).Where(one => one.Errors is not null).Select(one => $"{one.InstanceLocation}: {string.Join(", ", one.Errors!.Values)}")));

        JsonElement schema = JsonDocument.Parse(text).RootElement;
        AssertKnown(contract, schema, schema);
    }

    [Fact]
    public async Task Contract_is_the_same_text_every_time_and_has_LF_between_lines()
    {
        await using ContractServer first = await ContractServer.StartAsync();
        await using ContractServer second = await ContractServer.StartAsync();
        string text = await first.GetAsync("/typed-metadata/contract.json");
        Assert.Equal(text, await second.GetAsync("/typed-metadata/contract.json"));
        Assert.DoesNotContain('\r', text);
    }

    private static string Uses(JsonElement method, string position) => string.Join(
        ", ",
        method.GetProperty(position).EnumerateArray().Select(use =>
            $"{use.GetProperty("record").GetString()!.Split('.')[^1]}{(use.TryGetProperty("enforcement", out JsonElement enforcement) ? " " + enforcement.GetString() : "")}"));

    // Each member of an instance is described, and nothing that is described lacks words.
    private static void AssertKnown(JsonElement instance, JsonElement schema, JsonElement root)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (instance.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in instance.EnumerateObject())
            {
                Assert.True(schema.GetProperty("properties").TryGetProperty(member.Name, out JsonElement described), member.Name);
                Assert.NotEmpty(described.GetProperty("description").GetString()!);
                AssertKnown(member.Value, described, root);
            }
        }
        else if (instance.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in instance.EnumerateArray())
            {
                AssertKnown(item, schema.GetProperty("items"), root);
            }
        }
    }
}
