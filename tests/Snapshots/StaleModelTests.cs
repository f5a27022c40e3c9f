using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>
/// A record's model is kept over edits in other files. Here each such edit changes what the record means, in every way that C# has: what
/// is generated must be what a new build would generate.
/// </summary>
public sealed class StaleModelTests
{
    private const string Identified = """
        using System;
        using TypedMetadata;
        namespace Acme { [GrpcMetadata] public sealed partial record Caller([MetadataKey("x-id")] Guid Id, int Attempt = 1); }
        """;

    public static TheoryData<string, string, string, string, string> Edits => new()
    {
        { "a type of the same name, nearer", Identified, "", "namespace Acme { public enum Guid { A, B } }", "\"A\"" },
        { "a global alias", Identified, "", "global using Guid = System.Int32;", "IntegerText<int>> Id = " },
        { "a global alias changed", Identified, "global using Guid = System.Int32;", "global using Guid = System.Int64;", "IntegerText<long>> Id = " },
        { "a namespace of the same name, nearer", Identified, "", "namespace Acme.Guid { public class Other { } }", "TMD040" },
        { "an attribute of the same name, nearer", Identified, "", "namespace Acme { public class MetadataKeyAttribute(string key) : System.Attribute { } }", "\"id\"" },
        {
            "an attribute that generated code uses",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller(int Attempt);",
            "",
            "namespace System.Diagnostics.CodeAnalysis { public sealed class MaybeNullWhenAttribute(bool returnValue) : System.Attribute { public bool ReturnValue => returnValue; } }",
            "implicit operator global::Grpc.Core.Metadata(global::Caller value)"
        },
        { "another part", Identified, "", "namespace Acme { partial record Caller { public int More { get; init; } } }", "\"more\"" },
        { "another part edited", Identified, "namespace Acme { partial record Caller { public int More { get; init; } } }", "namespace Acme { partial record Caller { public int Less { get; init; } } }", "\"less\"" },
        { "a Validate in another part", Identified, "", "namespace Acme { partial record Caller { static partial void Validate(in Caller value, System.Collections.Generic.ICollection<TypedMetadata.MetadataError> errors); } }", "Validate(in value" },
        {
            "an enum of an enum's name",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] Level Level);",
            "public enum Level { Low }", "public enum Level { Low, Middle }", "\"Middle\""
        },
        {
            "a constant in an enum's attribute",
            """
            [TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey("x")] Level Level);
            public enum Level { [System.Runtime.Serialization.EnumMember(Value = Names.Low)] Low }
            """,
            "public static class Names { public const string Low = \"low\"; }", "public static class Names { public const string Low = \"lowest\"; }", "\"lowest\""
        },
        {
            "a constant",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] int Attempt = Defaults.Attempt);",
            "public static class Defaults { public const int Attempt = 7; }", "public static class Defaults { public const int Attempt = 8; }", "Or(8)"
        },
        {
            "a constant by using static",
            "using static Defaults; [TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] int Attempt = Attempts);",
            "public static class Defaults { public const int Attempts = 7; }", "public static class Defaults { public const int Attempts = 8; }", "Or(8)"
        },
        {
            "a constant by global using static",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] int Attempt = Attempts); public static class Defaults { public const int Attempts = More.Attempts; }",
            "global using static Defaults; public static class More { public const int Attempts = 7; }", "global using static Defaults; public static class More { public const int Attempts = 8; }", "Or(8)"
        },
        {
            "a constant of a constant",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] int Attempt = Defaults.Attempt); public static class Defaults { public const int Attempt = More.Attempt; }",
            "public static class More { public const int Attempt = 7; }", "public static class More { public const int Attempt = 8; }", "Or(8)"
        },
        {
            "a constant of the type around it",
            "public partial class Outer { [TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] int Attempt = Attempts); }",
            "partial class Outer { public const int Attempts = 7; }", "partial class Outer { public const int Attempts = 8; }", "Or(8)"
        },
        {
            "a constant that the base of the type around it has",
            "public partial class Outer : Around { [TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] int Attempt = Attempts); }",
            "public class Around { public const int Attempts = 7; }", "public class Around { public const int Attempts = 8; }", "Or(8)"
        },
        {
            "a key that is a constant",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(Names.Attempt)] int Attempt);",
            "public static class Names { public const string Attempt = \"x-attempt\"; }", "public static class Names { public const string Attempt = \"x-try\"; }", "\"x-try\""
        },
        {
            "a base's base",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller(int Number) : Middle; [TypedMetadata.GrpcMetadata] public abstract partial record Middle : Top;",
            "[TypedMetadata.GrpcMetadata] public abstract partial record Top { public string City { get; init; } = \"\"; }", "[TypedMetadata.GrpcMetadata] public abstract partial record Top { public string Town { get; init; } = \"\"; }", "\"town\""
        },
        {
            "a record inside a record inside",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller(Middle Middle, int Zip); [TypedMetadata.GrpcMetadata] public sealed partial record Middle(Inner Inner);",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Inner(string City);", "[TypedMetadata.GrpcMetadata] public sealed partial record Inner(string City, int Zip);", "TMD027"
        },
        {
            "what a type implements",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] Money Money);",
            "public class Money : Google.Protobuf.IMessage<Money> { }", "public class Money : System.IParsable<Money>, System.IFormattable { }", "ParsableText"
        },
        {
            "what a type's base implements",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] Money Money); public class Money : Amount { }",
            "public class Amount { }", "public class Amount : System.IParsable<Money>, System.IFormattable { }", "ParsableText"
        },
        {
            "a type's own converter",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\")] Money Money); public class MoneyText : TypedMetadata.ITextMetadataConverter<Money> { }",
            "public class Money { }", "[TypedMetadata.MetadataConverter(typeof(MoneyText))] public class Money { }", "MoneyText"
        },
        {
            "what a converter converts",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\"), TypedMetadata.MetadataConverter(typeof(MoneyText))] Money Money); public class Money { }",
            "public class MoneyText : TypedMetadata.ITextMetadataConverter<Money> { }", "public class MoneyText { }", "TMD041"
        },
        {
            "a converter's constructor",
            "[TypedMetadata.GrpcMetadata] public sealed partial record Caller([TypedMetadata.MetadataKey(\"x\"), TypedMetadata.MetadataConverter(typeof(MoneyText))] Money Money); public class Money { }",
            "public class MoneyText : TypedMetadata.ITextMetadataConverter<Money> { }", "public class MoneyText : TypedMetadata.ITextMetadataConverter<Money> { private MoneyText() { } }", "TMD041"
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_elsewhere_is_seen(string edit, string record, string before, string after, string expected)
    {
        Assert.NotEmpty(edit);
        Compilation compilation = Sources.Compile(record, before);
        GeneratorDriver driver = Generation.NewDriver().RunGenerators(compilation);
        Assert.DoesNotContain(expected, TextOf(driver), StringComparison.Ordinal);

        Compilation edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), Sources.Parse(after, "Source1.cs"));
        string text = TextOf(driver.RunGenerators(edited));
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(TextOf(Generation.NewDriver().RunGenerators(Sources.Compile(record, after))), text);
    }

    [Fact]
    public void Change_of_references_is_seen()
    {
        Compilation compilation = Sources.Compile(Identified);
        GeneratorDriver driver = Generation.NewDriver().RunGenerators(compilation);
        Assert.NotEmpty(TextOf(driver));
        Assert.Empty(TextOf(driver.RunGenerators(compilation.RemoveAllReferences())));
    }

    private static string TextOf(GeneratorDriver driver) => string.Join("\n", driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));
}
