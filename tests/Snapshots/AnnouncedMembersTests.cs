using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>Members and types that announce a diagnostic of their own: generated code names them, and is quiet about it.</summary>
public sealed class AnnouncedMembersTests
{
    private static readonly string[] _announcements =
    [
        "[System.Diagnostics.CodeAnalysis.Experimental(\"ACME1\")]",
        "[Obsolete(\"Use another.\", DiagnosticId = \"ACME2\")]",
        "[Obsolete]",
        "[Obsolete(\"Use another.\")]",
    ];

    private static readonly Dictionary<string, string> _places = new()
    {
        ["property"] = "[GrpcMetadata] public sealed partial record A(string X) { ANNOUNCED public int? Y { get; init; } }",
        ["positional property"] = "[GrpcMetadata] public sealed partial record A([property: ANNOUNCED_INSIDE] string X);",
        ["enum"] = "ANNOUNCED public enum E { One } [GrpcMetadata] public sealed partial record A(E X, E? Y);",
        ["item"] = "ANNOUNCED public enum E { One } [GrpcMetadata] public sealed partial record A(E[] X, System.Collections.Immutable.ImmutableArray<E> Y);",
        ["map"] = "ANNOUNCED public enum E { One } [GrpcMetadata] public sealed partial record A([MetadataPrefix(\"x-map-\")] IReadOnlyDictionary<string, E> X);",
        ["type around the type"] = "ANNOUNCED public static class Outer { public enum E { One } } [GrpcMetadata] public sealed partial record A(Outer.E X);",
        ["converter"] = "ANNOUNCED public sealed class C : ITextMetadataConverter<object> { public string Format(object value) => \"\"; public bool TryParse(string text, out object value) { value = text; return true; } } [GrpcMetadata] public sealed partial record A([MetadataConverter(typeof(C))] object X);",
        ["converter of the type"] = "ANNOUNCED public sealed class C : ITextMetadataConverter<T> { public string Format(T value) => \"\"; public bool TryParse(string text, out T value) { value = new(); return true; } } [MetadataConverter(typeof(C))] public sealed record T; [GrpcMetadata] public sealed partial record A(T X);",
        ["nested record"] = "ANNOUNCED [GrpcMetadata] public sealed partial record Inner(string Y); [GrpcMetadata] public sealed partial record A(string X, Inner Inner);",
        ["base record"] = "ANNOUNCED [GrpcMetadata] public abstract partial record Base { public string? Y { get; init; } } [GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X, byte[] Z) : Base;",
        ["property of the base"] = "[GrpcMetadata] public abstract partial record Base { ANNOUNCED public byte[]? Y { get; init; } } [GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X) : Base;",
        ["member that is no key"] = "[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X, byte[] Y) { ANNOUNCED [MetadataIgnore] public int Z { get; init; } ANNOUNCED public int V; }",
        ["record"] = "ANNOUNCED [GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X, byte[] Y);",
    };

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string announcement in _announcements)
            {
                foreach (string place in _places.Keys)
                {
                    all.Add(announcement, place);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Generated_code_is_quiet_about_what_is_announced(string announcement, string place)
    {
        string source = _places[place].Replace("ANNOUNCED_INSIDE", announcement[1..^1], StringComparison.Ordinal).Replace("ANNOUNCED", announcement, StringComparison.Ordinal);
        Compilation generated = Generation.Generate(Sources.Compile("using System;\nusing System.Collections.Generic;\nusing TypedMetadata;\n" + source));
        Assert.Empty(generated.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true)
            .Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { [Obsolete(\"no\", error: true)] public int? Y { get; init; } }")]
    [InlineData("[Obsolete(\"no\", error: true)] public enum E { One } [GrpcMetadata] public sealed partial record A(E X);")]
    [InlineData("[Obsolete(\"no\", error: true)] public enum E { One } [GrpcMetadata] public sealed partial record A(E[] X);")]
    [InlineData("[Obsolete(\"no\", error: true)] public enum E { One } [GrpcMetadata] public sealed partial record A(System.Collections.Immutable.ImmutableArray<E>? X);")]
    public async Task Member_that_no_code_may_name_is_said_to_be_so(string source)
    {
        Diagnostic diagnostic = Assert.Single(await Generation.AnalyzeAsync("using System;\nusing TypedMetadata;\n" + source), diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        Assert.Equal("TMD046", diagnostic.Id);
        Assert.Contains("obsolete as an error", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }
}
