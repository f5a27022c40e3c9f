namespace Shop;

/// <summary>Gateway, orders and stock, each in a process of its own on a free port of the loopback address.</summary>
/// <param name="story">Hears of them.</param>
/// <param name="verbose">Whether it hears all that they log, at Trace.</param>
/// <param name="page">The port of the gateway's page, or null for none.</param>
internal sealed class ThreeServices(ConsoleReport story, bool verbose, int? page) : IAsyncDisposable
{
    private readonly List<ServiceProcess> _running = [];

    /// <summary>Starts the last service first, since each is told where the next one is, and answers where the first one is.</summary>
    internal async Task<Uri> StartAsync(CancellationToken stop)
    {
        story.Title("Three services, each in a process of its own");
        Uri? next = null;
        foreach (Role role in Enum.GetValues<Role>().Reverse())
        {
            ServiceProcess service = new(role, next, role == Role.Gateway ? page : null, verbose ? story.Logs : null);
            _running.Add(service);
            next = await service.Url.WaitAsync(stop);
            story.Runs(service, next);
        }

        return next!;
    }

    /// <summary>Stops the first service first, and answers what each saw.</summary>
    internal async Task<IReadOnlyDictionary<Role, IReadOnlyList<Sighting>>> StopAsync()
    {
        Dictionary<Role, IReadOnlyList<Sighting>> seen = [];
        foreach (ServiceProcess service in _running.AsEnumerable().Reverse())
        {
            seen.Add(service.Role, await service.StopAsync());
        }

        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProcess service in _running)
        {
            await service.DisposeAsync();
        }
    }
}
