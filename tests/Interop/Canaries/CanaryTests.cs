namespace TypedMetadata.Interop.Canaries;

/// <summary>
/// A secret in every sensitive key, on every way through a call that we know of, with all logs and detailed errors on: nobody says it. It is
/// searched for as it is and as others spell it.
/// </summary>
[Collection(Listening.Name)]
public sealed class CanaryTests
{
    /// <summary>
    /// Who says it all the same, beneath us, where we cannot stop it; docs/secrets.md says so. The factory's two loggers keep secrets out of their messages,
    /// since we ask them to, but hand all headers to a structured logger beside them. The events are .NET's own debugging aid, off unless
    /// somebody listens to that source by its name.
    /// </summary>
    private static readonly string[] _beneathUs =
    [
        "values of System.Net.Http.HttpClient.EchoClient.LogicalHandler",
        "values of System.Net.Http.HttpClient.EchoClient.ClientHandler",
        "events of Private.InternalDiagnostics.System.Net.Http",
    ];

    private static readonly Dictionary<string, Func<ScenarioHost, Task>> _scenarios = Scenarios.OfClients.Concat(Scenarios.OfRawRequests).ToDictionary();

    public static TheoryData<string, bool> All { get; } = Named();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Canary_shows_nowhere(string scenario, bool withFactory)
    {
        IReadOnlyCollection<Heard> heard = await HearAsync(_scenarios[scenario], withFactory);
        string[] found = [.. heard.Where(one => !_beneathUs.Contains(one.Source)).SelectMany(one => Canary.FindIn(one.Text).Select(where => $"{one.Source} says {where}"))];
        Assert.True(found.Length == 0, string.Join("\n\n", found.Take(10)));
    }

    [Fact]
    public async Task Those_that_are_left_out_do_say_it()
    {
        IReadOnlyCollection<Heard> heard = await HearAsync(_scenarios["success in all three positions"], withFactory: true);
        Assert.Equal(_beneathUs.Order(StringComparer.Ordinal), heard.Where(one => Canary.FindIn(one.Text).Any()).Select(one => one.Source).Distinct().Order(StringComparer.Ordinal));
    }

    private static TheoryData<string, bool> Named()
    {
        TheoryData<string, bool> data = [];
        foreach ((string scenario, _) in Scenarios.OfClients)
        {
            data.Add(scenario, false);
            data.Add(scenario, true);
        }

        foreach ((string scenario, _) in Scenarios.OfRawRequests)
        {
            data.Add(scenario, false);
        }

        return data;
    }

    private static async Task<IReadOnlyCollection<Heard>> HearAsync(Func<ScenarioHost, Task> scenario, bool withFactory)
    {
        using TelemetryRecorder watch = new();
        await using (ScenarioHost stage = new(watch, withFactory))
        {
            await scenario(stage);
        }

        return watch.Heard;
    }
}

/// <summary>Tests that listen to the whole process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Listening
{
    internal const string Name = "Listening to the process";
}
