using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>Records of odd shapes, whose generated code compiles without a warning all the same.</summary>
public sealed class OddShapesTests
{
    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(DayOfWeek Day, string DayOfWeekText, string DayOfWeekText2);")]
    [InlineData("[GrpcMetadata] public abstract partial record A([MetadataKey(Sensitive = true)] string Pin) { [GrpcMetadata] public sealed partial record Leaf(string Pin, DayOfWeek Day) : A(Pin); }")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X) { public ReadOnlySpan<char> Characters => X; }")]
    [InlineData("[GrpcMetadata] public abstract partial record A { [MetadataIgnore] public string X { private get; init; } = \"\"; } [GrpcMetadata] public sealed partial record B([MetadataKey(Sensitive = true)] string Y) : A;")]
    [InlineData("[GrpcMetadata] public abstract partial record A { [MetadataIgnore] public string X { get; init; } = \"\"; public int Y; [MetadataIgnore] public int Z { get; init; } } [GrpcMetadata] public sealed partial record B([MetadataKey(Sensitive = true)] string W) : A { public new string X { get; init; } = \"\"; private new int Y() => 3; [MetadataIgnore] public new int Z { get; init; } }")]
    [InlineData("[GrpcMetadata(0)] public sealed partial record A(string X);")]
    [InlineData("/// <summary>A & \\ <broken \"x\"</summary>\n[GrpcMetadata] public sealed partial record A(string X) { /** */ public int Y { get; init; } /***/ public int Z { get; init; } }")]
    [InlineData("/// <summary>A \\ \"x\" {0} \U0001F600 &#x2028;</summary>\n/// <param>none</param>\n[GrpcMetadata] public sealed partial record A(string X) { /** <summary>Y */ public int Y { get; init; } }")]
    public void Generated_code_compiles_without_a_warning(string source)
    {
        Compilation generated = Generation.Generate(Sources.Compile("using System;\nusing System.Collections.Generic;\nusing TypedMetadata;\n" + source));
        Assert.Empty(generated.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
            .Select(diagnostic => diagnostic.ToString()));
    }
}
