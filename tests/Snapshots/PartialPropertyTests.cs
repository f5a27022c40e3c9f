using TypedMetadata.Snapshots.Harness;

namespace TypedMetadata.Snapshots;

/// <summary>Partial properties, whose two parts are one property: C# 13 and later, so it takes the SDK's own compiler.</summary>
public sealed class PartialPropertyTests
{
    [Theory]
    [InlineData("public partial string? Order { get; init; }", "public partial string? Order { get => field; init => field = value; } = \"newest\";", "TMD050")]
    [InlineData("public partial string? Order { get; init; }", "[MetadataKey(\"X-Order\")] public partial string? Order { get => field; init => field = value; }", "TMD021")]
    [InlineData("[MetadataKey(\"X-Order\")] public partial string? Order { get; init; }", "public partial string? Order { get => field; init => field = value; }", "TMD021")]
    [InlineData("public partial string Order { get; init; }", "public partial string Order { get => field; init => field = value; } = \"newest\";", "")]
    public async Task Both_parts_count(string defining, string implementing, string rules)
    {
        string source = $$"""
            using TypedMetadata;

            [GrpcMetadata]
            public sealed partial record A(string X)
            {
                {{defining}}
            }

            public partial record A
            {
                {{implementing}}
            }
            """;
        Assert.Equal(rules, string.Join(' ', (await RealCompiler.CompileAsync(source, runAnalyzers: true)).Select(problem => problem[..6])));
    }
}
