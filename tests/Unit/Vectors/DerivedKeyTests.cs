using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Vectors;

/// <summary>A derived key is exactly what <see cref="JsonNamingPolicy.KebabCaseLower"/> makes of the property's name.</summary>
public sealed partial class DerivedKeyTests
{
    public static TheoryData<string> Rows => Vector.Ids(vector => vector.Kind == "derived-key");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        Assert.True(vector.Expects("key"), $"unknown expectation {vector.Expected}");
        Assert.Equal(vector.Argument, Assert.Single(DerivedKeys([vector.Input])));
        Assert.Equal(vector.Argument, JsonNamingPolicy.KebabCaseLower.ConvertName(vector.Input));
    }

    [Fact]
    public void Any_name_gives_the_key_that_JsonNamingPolicy_gives()
    {
        Gen<string> name = Gen.Char["ABCXYZabcxyz0189_"].Array[1, 12].Select(letters => "P" + new string(letters));
        name.HashSet[100, 200].Sample(
            names =>
            {
                string[] distinct = [.. names.DistinctBy(JsonNamingPolicy.KebabCaseLower.ConvertName)];
                Assert.Equal(distinct.Select(JsonNamingPolicy.KebabCaseLower.ConvertName), DerivedKeys(distinct));
            },
            iter: 20);
    }

    private static IEnumerable<string> DerivedKeys(string[] properties)
    {
        string members = string.Join(' ', properties.Select(property => $"public int {property} {{ get; init; }}"));
        string source = $"[TypedMetadata.GrpcMetadata] public sealed partial record Tested {{ {members} }}";
        string generated = Generation.Generate(Sources.Compile(source)).SyntaxTrees.Last().ToString();
        return Slot().Matches(generated).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("""= new\([0-9]+, new\("([^"]*)", """, RegexOptions.Multiline)]
    private static partial Regex Slot();
}
