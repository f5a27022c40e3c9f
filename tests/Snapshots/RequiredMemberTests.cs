using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots;

/// <summary>Required members, initializers and constructors in every combination: generated code compiles at the highest level, with nullability on and off.</summary>
public sealed class RequiredMemberTests
{
    private static readonly string[] _modifiers = ["", "required "];
    private static readonly string[] _types = ["string", "string?", "int", "byte[]", "string[]"];
    private static readonly string[] _initializers = ["", " = default!;"];
    private static readonly string[] _parameters = ["", "(string First)", "(string First, string? Second = null)"];
    private static readonly string[] _constructors =
    [
        "",
        "public A(PARAMETERS) ARGUMENTS { }",
        "[System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A(PARAMETERS) ARGUMENTS { Locale = default!; }",
    ];

    public static TheoryData<NullableContextOptions> Contexts => [NullableContextOptions.Enable, NullableContextOptions.Disable];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Generated_code_compiles_in_every_combination(NullableContextOptions nullable)
    {
        string[] sources = [.. (
            from modifier in _modifiers
            from type in _types
            from initializer in _initializers
            from parameters in _parameters
            from constructor in _constructors
            select Source(modifier, nullable == NullableContextOptions.Enable ? type : type.TrimEnd('?'), initializer, parameters, constructor)).Distinct()];
        Compilation generated = Generation.Generate(Sources.Compile(nullable, sources));
        Diagnostic[] problems =
        [
            .. generated.GetDiagnostics().Where(diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true)),
        ];
        Assert.Empty(problems.Select(diagnostic => diagnostic.ToString()));
    }

    // Each record has a namespace of its own. A constructor beside a primary one calls it.
    private static string Source(string modifier, string type, string initializer, string parameters, string constructor)
    {
        string own = constructor
            .Replace("PARAMETERS", parameters.Length == 0 ? "" : "int count", StringComparison.Ordinal)
            .Replace("ARGUMENTS", parameters.Length == 0 ? "" : ": this(count.ToString())", StringComparison.Ordinal);
        string declaration = $"public sealed partial record A{parameters.Replace("string?", "string", StringComparison.Ordinal)} {{ public {modifier}{type} Locale {{ get; init; }}{initializer} {own} }}";
        uint hash = declaration.Aggregate(2166136261u, (seed, c) => unchecked((seed ^ c) * 16777619));
        return $"namespace N{hash};\n[TypedMetadata.GrpcMetadata] {declaration}";
    }
}
