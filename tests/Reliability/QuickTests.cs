using Spectre.Console;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability;

/// <summary>Every attack in its quick form, always with the same cases.</summary>
public sealed class QuickTests
{
    public static TheoryData<string> Attacks => [.. Commands.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Attack_breaks_no_promise(string attack)
    {
        ProgressReport silent = new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }));
        Findings findings = await Commands.All.Single(command => command.Name == attack).RunAsync(new Order(Quick: true, Count: null, Seed: 1), silent);
        Assert.True(findings.Broken.Count == 0, string.Join(Environment.NewLine, findings.Broken));
    }
}
