using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetadata.CodeFixes;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>Derived keys that are written out: one, or every one of a record.</summary>
public sealed class PinKeyRefactoringTests
{
    private const string One = "Make the key explicit";
    private const string Every = "Make every key of 'A' explicit";

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(string TenantId);", "[GrpcMetadata] public sealed partial record A([MetadataKey(\"tenant-id\")] string TenantId);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string @class);", "[GrpcMetadata] public sealed partial record A([MetadataKey(\"class\")] string @class);")]
    [InlineData("[GrpcMetadata(Prefix = \"x-acme-\")] public sealed partial record A(byte[] Payload);", "[GrpcMetadata(Prefix = \"x-acme-\")] public sealed partial record A([MetadataKey(\"x-acme-payload-bin\")] byte[] Payload);")]
    [InlineData("[GrpcMetadata(Prefix = \"X-\")] public sealed partial record A(string Zone);", "[GrpcMetadata(Prefix = \"X-\")] public sealed partial record A([MetadataKey(\"x-zone\")] string Zone);")]
    [InlineData("[GrpcMetadata] public sealed partial record A { public string? Zone { get; init; } }", "[GrpcMetadata] public sealed partial record A { [MetadataKey(\"zone\")] public string? Zone { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string Zone) { public string Zone { get; init; } = Zone; }", "[GrpcMetadata] public sealed partial record A(string Zone) { [MetadataKey(\"zone\")] public string Zone { get; init; } = Zone; }")]
    [InlineData("[GrpcMetadata] public readonly partial record struct A(string Zone);", "[GrpcMetadata] public readonly partial record struct A([MetadataKey(\"zone\")] string Zone);")]
    public Task It_adds_the_attribute(string before, string after) => RefactoredSource.VerifyAsync(One, before, after);

    [Theory]
    [InlineData("[MetadataKey]", "[MetadataKey(\"zone\")]")]
    [InlineData("[MetadataKey()]", "[MetadataKey(\"zone\")]")]
    [InlineData("[MetadataKeyAttribute( )]", "[MetadataKeyAttribute( \"zone\")]")]
    [InlineData("[MetadataKey(null!)]", "[MetadataKey(\"zone\")]")]
    [InlineData("[MetadataKey(key: null! /* none */, Sensitive = true)]", "[MetadataKey(key: \"zone\" /* none */, Sensitive = true)]")]
    [InlineData("[MetadataKey(Sensitive = true)]", "[MetadataKey(\"zone\", Sensitive = true)]")]
    [InlineData("[MetadataKey(Sensitive = true, AllowComma = true)]", "[MetadataKey(\"zone\", Sensitive = true, AllowComma = true)]")]
    [InlineData("[MetadataKey(\n    // a secret\n    Sensitive = true,\n    AllowComma = true)]", "[MetadataKey(\n    \"zone\",\n    // a secret\n    Sensitive = true,\n    AllowComma = true)]")]
    [InlineData("[property: Obsolete, MetadataKey(Sensitive = true)]", "[property: Obsolete, MetadataKey(\"zone\", Sensitive = true)]")]
    [InlineData("[TypedMetadata.MetadataKey(Sensitive = true)]", "[TypedMetadata.MetadataKey(\"zone\", Sensitive = true)]")]
    public Task Pin_writes_into_an_existing_attribute(string before, string after) => RefactoredSource.VerifyAsync(One, $"[GrpcMetadata] public sealed partial record A({before} string Zone);",
        $"[GrpcMetadata] public sealed partial record A({after} string Zone);");

    [Theory]
    [InlineData("    // why\n    public string? Zone { get; init; } // after", "    // why\n    [MetadataKey(\"zone\")]\n    public string? Zone { get; init; } // after")]
    [InlineData("    /// <summary>Where.</summary>\n    public string? Zone\n    {\n        get; init;\n    }", "    /// <summary>Where.</summary>\n    [MetadataKey(\"zone\")]\n    public string? Zone\n    {\n        get; init;\n    }")]
    [InlineData("\t/* why */ public string? Zone { get; init; }", "\t/* why */ [MetadataKey(\"zone\")] public string? Zone { get; init; }")]
    [InlineData("\tpublic string? Zone { get; init; }", "\t[MetadataKey(\"zone\")]\n\tpublic string? Zone { get; init; }")]
    [InlineData("  public   string?   Zone{get;init;}", "  [MetadataKey(\"zone\")]\n  public   string?   Zone{get;init;}")]
    [InlineData("    [CLSCompliant(false)] // old\n    public string? Zone { get; init; }", "    [MetadataKey(\"zone\")]\n    [CLSCompliant(false)] // old\n    public string? Zone { get; init; }")]
    [InlineData("    [CLSCompliant(false)] public string? Zone { get; init; }", "    [MetadataKey(\"zone\")] [CLSCompliant(false)] public string? Zone { get; init; }")]
    [InlineData("    #region Place\n    public string? Zone { get; init; }\n    #endregion", "    #region Place\n    [MetadataKey(\"zone\")]\n    public string? Zone { get; init; }\n    #endregion")]
    public async Task Pin_keeps_comments_and_lines(string before, string after)
    {
        await RefactoredSource.VerifyAsync(One, Record(before), Record(after));
        await RefactoredSource.VerifyAsync(One, Record(before).ReplaceLineEndings("\r\n"), Record(after).ReplaceLineEndings("\r\n"));

        static string Record(string property) => "[GrpcMetadata]\npublic sealed partial record A\n{\n" + property + "\n}\n";
    }

    [Theory]
    [InlineData("\n    string Zone)", "\n    [MetadataKey(\"zone\")] string Zone)")]
    [InlineData("\n    // why\n    string Zone)", "\n    // why\n    [MetadataKey(\"zone\")] string Zone)")]
    [InlineData("/* why */ string Zone = \"a\")", "/* why */ [MetadataKey(\"zone\")] string Zone = \"a\")")]
    [InlineData("\n    [property: Obsolete]\n    string Zone)", "\n    [MetadataKey(\"zone\")]\n    [property: Obsolete]\n    string Zone)")]
    [InlineData("[property: Obsolete] string Zone)", "[MetadataKey(\"zone\")] [property: Obsolete] string Zone)")]
    public Task Pin_keeps_parameters_on_their_lines(string before, string after) => RefactoredSource.VerifyAsync(One, "[GrpcMetadata]\npublic sealed partial record A(" + before + ";", "[GrpcMetadata]\npublic sealed partial record A(" + after + ";");

    [Theory]
    [InlineData("[TypedMetadata.GrpcMetadata] public sealed partial record A(string X);", "[TypedMetadata.GrpcMetadata] public sealed partial record A([TypedMetadata.MetadataKey(\"x\")] string X);")]
    [InlineData("namespace TypedMetadata.Mine;\n[GrpcMetadata] public sealed partial record A(string X);", "namespace TypedMetadata.Mine;\n[GrpcMetadata] public sealed partial record A([MetadataKey(\"x\")] string X);")]
    [InlineData("namespace Acme.TypedMetadata;\n[global::TypedMetadata.GrpcMetadata] public sealed partial record A(string X);", "namespace Acme.TypedMetadata;\n[global::TypedMetadata.GrpcMetadata] public sealed partial record A([global::TypedMetadata.MetadataKey(\"x\")] string X);")]
    [InlineData("using TypedMetadata;\nnamespace Acme;\npublic sealed class MetadataKeyAttribute : System.Attribute;\n[GrpcMetadata] public sealed partial record A(string X);", "using TypedMetadata;\nnamespace Acme;\npublic sealed class MetadataKeyAttribute : System.Attribute;\n[GrpcMetadata] public sealed partial record A([TypedMetadata.MetadataKey(\"x\")] string X);")]
    [InlineData("using Key = TypedMetadata.MetadataKeyAttribute;\n[TypedMetadata.GrpcMetadata] public sealed partial record A([Key(Sensitive = true)] string X);", "using Key = TypedMetadata.MetadataKeyAttribute;\n[TypedMetadata.GrpcMetadata] public sealed partial record A([Key(\"x\", Sensitive = true)] string X);")]
    public Task Attribute_is_qualified_where_it_must_be(string before, string after) => RefactoredSource.VerifyFilesAsync(One, [before], [after]);

    [Fact]
    public Task One_key_is_pinned_and_the_others_are_left() => RefactoredSource.VerifyFilesAsync(One,
        ["using TypedMetadata; [GrpcMetadata] public sealed partial record A(string X, string Y);"],
        ["using TypedMetadata; [GrpcMetadata] public sealed partial record A([MetadataKey(\"x\")] string X, string Y);"]);

    [Fact]
    public Task Every_key_of_a_record_is_pinned_in_all_its_files() => RefactoredSource.VerifyFilesAsync(Every,
        [
            "using TypedMetadata;\n[GrpcMetadata]\npublic sealed partial record A(\n    string TenantId,\n    [MetadataKey(\"x-zone\")] string Zone,\n    [MetadataKey(Sensitive = true)] string Pin);\n[GrpcMetadata] public sealed partial record B(string X);\n",
            "public sealed partial record A\n{\n    /// <summary>Bytes.</summary>\n    public byte[]? Payload { get; init; }\n\n    public int Computed => 1;\n}\n",
            "using TypedMetadata;\npublic sealed partial record A\n{\n    [MetadataIgnore] public int Local { get; init; }\n    public int Count { get; init; } = 3;\n}\n",
        ],
        [
            "using TypedMetadata;\n[GrpcMetadata]\npublic sealed partial record A(\n    [MetadataKey(\"tenant-id\")] string TenantId,\n    [MetadataKey(\"x-zone\")] string Zone,\n    [MetadataKey(\"pin\", Sensitive = true)] string Pin);\n[GrpcMetadata] public sealed partial record B(string X);\n",
            "public sealed partial record A\n{\n    /// <summary>Bytes.</summary>\n    [TypedMetadata.MetadataKey(\"payload-bin\")]\n    public byte[]? Payload { get; init; }\n\n    public int Computed => 1;\n}\n",
            "using TypedMetadata;\npublic sealed partial record A\n{\n    [MetadataIgnore] public int Local { get; init; }\n    [MetadataKey(\"count\")]\n    public int Count { get; init; } = 3;\n}\n",
        ]);

    [Fact]
    public async Task Every_key_is_offered_where_there_are_several()
    {
        Assert.Equal([One], await RefactoredSource.TitlesAsync("[GrpcMetadata] public sealed partial record A(string X, [MetadataKey(\"y\")] string Y);"));
        Assert.Equal([One, Every], await RefactoredSource.TitlesAsync("[GrpcMetadata] public sealed partial record A(string X, string Y);"));
    }
}
