using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>One input file in Cases, and beside it what the generator makes of it.</summary>
internal sealed record Case(string Name)
{
    private static readonly VerifiedFolder _folder = new("Cases", ".verified.cs");

    internal static IEnumerable<string> Names => _folder.Names;

    internal static IEnumerable<string> OutputNames => _folder.OutputNames;

    internal static TheoryData<string> All => [.. Names];

    internal string Input => _folder.Input(Name);

    internal string OutputPath => _folder.OutputPath(Name);

    internal Compilation Compilation => Sources.Compile(Input);
}
