using System.Security.Cryptography;
using Google.Rpc;
using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>The scripted client: a call that succeeds, one that is rejected, and one that takes too long.</summary>
internal sealed class ShopClient : IAsyncDisposable
{
    /// <summary>The environment variable that holds the user's token. Without it the user gets a random one.</summary>
    internal const string TokenVariable = "SHOP_USER_TOKEN";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _hurry = TimeSpan.FromSeconds(2);
    private static readonly Version _app = new(2, 1);

    private readonly string _token = Environment.GetEnvironmentVariable(TokenVariable) ?? RandomNumberGenerator.GetHexString(32);
    private readonly ConsoleReport _story;
    private readonly ServiceProvider _services;
    private readonly Gateway.GatewayClient _gateway;
    private CallerInfo? _caller;

    internal ShopClient(Uri gateway, ConsoleReport story)
    {
        _story = story;
        ServiceCollection services = new();
        services.AddGrpcClient<Gateway.GatewayClient>(options => options.Address = gateway)
            .AddRequestMetadata(_ => _caller)
            .AddRequestMetadata(_ => new AppInfo(_app));
        _services = services.BuildServiceProvider();
        _gateway = _services.GetRequiredService<Gateway.GatewayClient>();
    }

    /// <summary>Makes the calls, one after the other.</summary>
    internal async Task<IReadOnlyList<Scene>> RunAsync(CancellationToken stop) => [await BuyAsync(stop), await BeRejectedAsync(stop), await WaitInVainAsync(stop)];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<Scene> BuyAsync(CancellationToken stop)
    {
        const string Title = "A purchase";
        _caller = new CallerInfo("acme", Guid.NewGuid(), _token);
        _story.Sends(Title, _caller, _patience);

        Purchase purchase = new() { Item = "kettle", Count = 2 };
        using AsyncUnaryCall<Receipt> call = _gateway.BuyAsync(purchase, deadline: Deadline.After(_patience), cancellationToken: stop);
        ServerInfo server = await call.InitialMetadata().ReadAsync<ServerInfo>();
        Receipt receipt = await call;
        _story.Hears(server, receipt, call.TrailingMetadata().Read<CallCost>());
        return new Scene(Title, Sent(_caller, _patience, StatusCode.OK));
    }

    // Code without the record can still send anything. It hears all that is wrong at once.
    private async Task<Scene> BeRejectedAsync(CancellationToken stop)
    {
        const string Title = "A call of no tenant, from a program of no version";
        _caller = null;
        Guid requestId = Guid.NewGuid();
        Metadata headers = new() { { AppInfo.Keys.AppVersion.Name, "latest" } };
        headers.Set(CallerInfo.Keys.RequestId, requestId);
        headers.Set(CallerInfo.Keys.UserToken, _token);
        _story.Sends(Title, $"only {string.Join(", ", headers.Select(entry => entry.Key))}", _patience);

        try
        {
            await _gateway.BuyAsync(new Purchase { Item = "kettle", Count = 1 }, headers, Deadline.After(_patience), stop);
        }
        catch (RpcException rejection) when (rejection.StatusCode == StatusCode.InvalidArgument)
        {
            _story.Hears(rejection, rejection.GetRpcStatus()?.GetDetail<BadRequest>());
            return new Scene(Title, new Sighting(Tenant: null, requestId.ToString(), HasToken: true, "latest", _patience, rejection.StatusCode.ToString()));
        }

        throw new InvalidOperationException("A call without a tenant succeeded.");
    }

    private async Task<Scene> WaitInVainAsync(CancellationToken stop)
    {
        const string Title = "A purchase for which the time runs out in stock";
        _caller = new CallerInfo("acme", Guid.NewGuid(), _token);
        _story.Sends(Title, _caller, _hurry);

        try
        {
            await _gateway.BuyAsync(new Purchase { Item = Warehouse.Lost, Count = 1 }, deadline: Deadline.After(_hurry), cancellationToken: stop);
        }
        catch (RpcException late) when (late.StatusCode == StatusCode.DeadlineExceeded)
        {
            _story.Hears(late);
            return new Scene(Title, Sent(_caller, _hurry, late.StatusCode));
        }

        throw new InvalidOperationException("A call that nobody answers succeeded.");
    }

    private static Sighting Sent(CallerInfo caller, TimeSpan patience, StatusCode outcome) =>
        new(caller.TenantId, caller.RequestId.ToString(), caller.UserToken is not null, _app.ToString(), patience, outcome.ToString());
}
