namespace Shop;

/// <summary>Runs gateway, orders and stock, each in its own process on a free port of the loopback address.</summary>
/// <param name="report">Prints the addresses and the logs of the services.</param>
/// <param name="verbose">Whether to print the logs of the services, at level Trace.</param>
/// <param name="page">The port of the gateway's page, or null for no page.</param>
internal sealed class ThreeServices(ConsoleReport report, bool verbose, int? page) : IAsyncDisposable
{
    private readonly List<ServiceProcess> _running = [];

    /// <summary>Starts the services, last one first because each needs the address of the next. Returns the address of the gateway.</summary>
    internal async Task<Uri> StartAsync(CancellationToken stop)
    {
        report.Title("Three services, each in its own process");
        Uri? next = null;
        foreach (Role role in Enum.GetValues<Role>().Reverse())
        {
            ServiceProcess service = new(role, next, role == Role.Gateway ? page : null, verbose ? report.Log : null);
            _running.Add(service);
            next = await service.Url.WaitAsync(stop);
            report.Started(service, next);
        }

        return next!;
    }

    /// <summary>Stops the services, gateway first. Returns the calls that each service logged.</summary>
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
