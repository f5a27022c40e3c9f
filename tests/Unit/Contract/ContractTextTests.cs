using TypedMetadata.Generator.ContractFiles;

namespace TypedMetadata.Unit.Contract;

/// <summary>The generator's own reader and writer of contracts.</summary>
public sealed class ContractTextTests
{
    private static readonly ContractDocument _full = new()
    {
        Version = ContractDocument.CurrentVersion,
        Services =
        [
            new ContractService { Name = "shop.Orders", Methods = [new ContractMethod { Name = "Place", Kind = "unary", Request = [new ContractUse { Record = "Shop.Caller", Enforcement = "reject" }], Initial = [new ContractUse { Record = "Shop.Begin" }] }] },
            new ContractService { Name = "shop.Empty" },
        ],
        Records =
        [
            new ContractRecord
            {
                Name = "Caller", Type = "Shop.Caller", Positions = ["request", "initial"], MaxSize = 4096, Summary = "Quotes \" and \\, a tab\t, 100 %, שלום, 😀, U+2028 \u2028, half a pair \ud800",
                Keys =
                [
                    new ContractKey
                    {
                        Key = "tags", Property = "Start.Tags", Kind = "text", Type = "string", Format = "StringText", Scheme = "Bearer", Required = true, Sensitive = true, List = true, Prefix = true, ReadOnly = true,
                        MaxItems = 3, Separator = "; ", Aliases = ["a", "b"], ErrorStatus = "INTERNAL", Summary = "What it is.",
                    },
                    new ContractKey { Key = "plain", Property = "Plain", Kind = "binary", Type = "byte[]" },
                ],
            },
        ],
    };

    private static string Full => ContractWriter.Write(_full);

    [Fact]
    public void Contract_is_read_back_as_it_was_written()
    {
        ContractText read = ContractText.Read(Full);
        Assert.Null(read.Fault);
        Assert.Equal(Full, ContractWriter.Write(read.Document));
        Assert.Equal(_full.Records[0].Summary, read.Document.Records[0].Summary);
    }

    [Fact]
    public void Servers_and_the_tool_read_what_the_generator_writes() =>
        Assert.Equal(Full.Replace("\\ud800", "", StringComparison.Ordinal), ContractWriter.Write(ContractJson.Read(Full.Replace("\\ud800", "", StringComparison.Ordinal))));

    [Fact]
    public void Contract_of_a_server_is_read() =>
        Assert.Equal(Full.Replace("\\ud800", "", StringComparison.Ordinal), ContractWriter.Write(ContractText.Read(ContractJson.Write(ContractJson.Read(Full.Replace("\\ud800", "", StringComparison.Ordinal)))).Document));

    [Fact]
    public void Text_has_a_member_a_line_and_ends_with_a_line_feed()
    {
        Assert.DoesNotContain('\r', Full);
        Assert.EndsWith("}\n", Full, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', Full);
        Assert.DoesNotContain("false", Full, StringComparison.Ordinal);
        Assert.Contains("\n          \"key\": \"tags\",\n          \"property\": \"Start.Tags\",\n", Full, StringComparison.Ordinal);
        Assert.All(Full.Split('\n'), line => Assert.False(line.TrimStart().StartsWith('#'), line));
    }

    [Theory]
    [InlineData("", "a value is expected", 0)]
    [InlineData("[]", "it is not an object", 0)]
    [InlineData("{} x", "there is text after its end", 3)]
    [InlineData("{\"version\": 2}", "it has version 2, but this version of TypedMetadata reads version 1", 12)]
    [InlineData("{\"version\": 0}", "it has version 0, but this version of TypedMetadata reads version 1", 12)]
    [InlineData("{\"version\": 1e9}", "'version' is not a 32-bit integer", 12)]
    [InlineData("{\"version\": 99999999999999999999}", "'version' is not a 32-bit integer", 12)]
    [InlineData("{\"records\": [{\"name\": \"A\"}]}", "a record has no 'type'", 13)]
    [InlineData("{\"records\": [{\"type\": \"A\", \"keys\": [{\"key\": \"\"}]}]}", "a key has no 'key'", 36)]
    [InlineData("{\"records\": [{\"type\": 1}]}", "'type' is not a text", 22)]
    [InlineData("{\"records\": {}}", "'records' is not an array", 12)]
    [InlineData("{\"records\": [1]}", "'records' is not an array of objects", 13)]
    [InlineData("{\"records\": [{\"type\": \"A\", \"positions\": [1]}]}", "'positions' is not an array of texts", 41)]
    [InlineData("{\"services\": [{\"name\": \"A\", \"methods\": [{}]}]}", "a method has no 'name'", 40)]
    [InlineData("{\"services\": [{}]}", "a service has no 'name'", 14)]
    [InlineData("{\"records\": [{\"type\": \"A\", \"keys\": [{\"key\": \"a\", \"required\": \"yes\"}]}]}", "'required' is not true or false", 61)]
    [InlineData("{'version': 1}", "the name of a member is expected", 1)]
    [InlineData("{\"version\" 1}", "':' is expected", 11)]
    [InlineData("{\"version\": 1,}", "the name of a member is expected", 14)]
    [InlineData("{\"version\": 01}", "',' or '}' is expected", 13)]
    [InlineData("{\"version\": -}", "a number is malformed", 13)]
    [InlineData("{\"version\": nul}", "a value is expected", 12)]
    [InlineData("{\"a\": [1 2]}", "',' or ']' is expected", 9)]
    [InlineData("{\"a\": \"\\x\"}", "an escape is malformed", 9)]
    [InlineData("{\"a\": \"\\u12\"}", "an escape is malformed", 9)]
    [InlineData("{\"a\": \"\n\"}", "'\"' is expected at the end of a text", 7)]
    public void Text_that_is_no_contract_has_a_fault_with_its_place(string text, string problem, int position)
    {
        (string Problem, Microsoft.CodeAnalysis.Text.TextSpan Place) fault = ContractText.Read(text).Fault!.Value;
        Assert.Equal((problem, position), (fault.Problem, fault.Place.Start));
    }

    [Fact]
    public void Text_without_a_version_is_no_contract() => Assert.Equal("it has no version", ContractText.Read("{\"openapi\": \"3.1\"}").Fault?.Problem);

    [Theory]
    [InlineData("{\"version\": 1}")]
    [InlineData(" \t\r\n{ \"version\" : 1 , \"records\" : null, \"later\": [ { \"x\": -0.5e+3 }, true, false, null ] } ")]
    [InlineData("{\"version\": 7, \"version\": 1}")]
    public void Unknown_null_and_repeated_members_are_no_fault(string text) => Assert.Null(ContractText.Read(text).Fault);

    [Fact]
    public void Escapes_are_read() => Assert.Equal(
        "A😀/\b\f\n\r\t\\\"\udc00\ud800",
        ContractText.Read("""{"records": [{"type": "A", "summary": "\u0041\ud83d\ude00\/\b\f\n\r\t\\\"\udc00\ud800"}]}""").Document.Records[0].Summary);

    [Fact]
    public void Every_beginning_of_a_contract_has_a_fault()
    {
        for (int length = 0; length < Full.Length - 2; length++)
        {
            (string Problem, Microsoft.CodeAnalysis.Text.TextSpan Place) = ContractText.Read(Full[..length]).Fault!.Value;
            Assert.InRange(Place.End, 0, length);
        }
    }

    [Fact]
    public void Deep_nesting_is_a_fault()
    {
        Assert.Equal("it is nested too deeply", ContractText.Read("{\"a\": " + new string('[', 100_000)).Fault?.Problem);
        Assert.Equal("it is nested too deeply", ContractText.Read(string.Concat(Enumerable.Repeat("{\"a\": ", 100_000))).Fault?.Problem);
        Assert.Null(ContractText.Read("{\"version\": 1, \"a\": " + new string('[', 63) + new string(']', 63) + "}").Fault);
    }

    [Fact]
    public void Damaged_text_is_read_or_has_a_fault_inside_it()
    {
        const string alphabet = "{}[]\":,\\u0e-.tfn \n\ud800\u0000x";
        Random random = new(1);
        for (int run = 0; run < 20_000; run++)
        {
            char[] text = Full.ToCharArray();
            for (int edit = 0; edit <= run % 3; edit++)
            {
                text[random.Next(text.Length)] = alphabet[random.Next(alphabet.Length)];
            }

            ContractText read = ContractText.Read(new string(text));
            Assert.InRange(read.Fault?.Place.End ?? 0, 0, text.Length);
            _ = ContractComparison.Compare(read.Document, _full);
        }
    }
}
