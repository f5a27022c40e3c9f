using System.Security.Cryptography;
using Google.Rpc;
using Grpc.Core;
using TypedMetadata;

namespace Shop;

/// <summary>Makes three calls: one that succeeds, one that is rejected, and one that exceeds its deadline.</summary>
internal sealed class ShopClient : IAsyncDisposable
{
    /// <summary>The environment variable with the token of the user. The default is a random token.</summary>
    internal const string TokenVariable = "SHOP_USER_TOKEN";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _shortTimeout = TimeSpan.FromSeconds(2);
    private static readonly Version _app = new(2, 1);

    private readonly string _token = Environment.GetEnvironmentVariable(TokenVariable) ?? RandomNumberGenerator.GetHexString(32);
    private readonly ConsoleReport _report;
    private readonly ServiceProvider _services;
    private readonly Gateway.GatewayClient _gateway;
    private CallerInfo? _caller;

    internal ShopClient(Uri gateway, ConsoleReport report)
    {
        _report = report;
        ServiceCollection services = new();
        services.AddGrpcClient<Gateway.GatewayClient>(options => options.Address = gateway)
            .AddRequestMetadata(_ => _caller)
            .AddRequestMetadata(_ => new AppInfo(_app));
        _services = services.BuildServiceProvider();
        _gateway = _services.GetRequiredService<Gateway.GatewayClient>();
    }

    /// <summary>Makes the calls, in order.</summary>
    internal async Task<IReadOnlyList<ClientCall>> RunAsync(CancellationToken stop) => [await BuyAsync(stop), await SendInvalidMetadataAsync(stop), await ExceedDeadlineAsync(stop)];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<ClientCall> BuyAsync(CancellationToken stop)
    {
        const string Title = "A purchase";
        _caller = new CallerInfo("acme", Guid.NewGuid(), _token);
        _report.Request(Title, _caller, _timeout);

        Purchase purchase = new() { Item = "kettle", Count = 2 };
        using AsyncUnaryCall<Receipt> call = _gateway.BuyAsync(purchase, deadline: Deadline.After(_timeout), cancellationToken: stop);
        ServerInfo server = await call.InitialMetadata().ReadAsync<ServerInfo>();
        Receipt receipt = await call;
        _report.Response(server, receipt, call.TrailingMetadata().Read<CallCost>());
        return new ClientCall(Title, Sent(_caller, _timeout, StatusCode.OK));
    }

    // Code that does not use the record can send anything. The status lists all invalid keys at once.
    private async Task<ClientCall> SendInvalidMetadataAsync(CancellationToken stop)
    {
        const string Title = "A call without a tenant and with an invalid app version";
        _caller = null;
        Guid requestId = Guid.NewGuid();
        Metadata headers = new() { { AppInfo.Keys.AppVersion.Name, "latest" } };
        headers.Set(CallerInfo.Keys.RequestId, requestId);
        headers.Set(CallerInfo.Keys.UserToken, _token);
        _report.Request(Title, $"the keys {string.Join(", ", headers.Select(entry => entry.Key))}", _timeout);

        try
        {
            await _gateway.BuyAsync(new Purchase { Item = "kettle", Count = 1 }, headers, Deadline.After(_timeout), stop);
        }
        catch (RpcException rejection) when (rejection.StatusCode == StatusCode.InvalidArgument)
        {
            _report.Failure(rejection, rejection.GetRpcStatus()?.GetDetail<BadRequest>());
            return new ClientCall(Title, new Sighting(Tenant: null, requestId.ToString(), HasToken: true, "latest", _timeout, rejection.StatusCode.ToString()));
        }

        throw new InvalidOperationException("A call without a tenant succeeded.");
    }

    private async Task<ClientCall> ExceedDeadlineAsync(CancellationToken stop)
    {
        const string Title = "A purchase whose deadline passes in stock";
        _caller = new CallerInfo("acme", Guid.NewGuid(), _token);
        _report.Request(Title, _caller, _shortTimeout);

        try
        {
            await _gateway.BuyAsync(new Purchase { Item = Warehouse.Lost, Count = 1 }, deadline: Deadline.After(_shortTimeout), cancellationToken: stop);
        }
        catch (RpcException late) when (late.StatusCode == StatusCode.DeadlineExceeded)
        {
            _report.Failure(late);
            return new ClientCall(Title, Sent(_caller, _shortTimeout, late.StatusCode));
        }

        throw new InvalidOperationException("A call that exceeds its deadline succeeded.");
    }

    private static Sighting Sent(CallerInfo caller, TimeSpan timeout, StatusCode outcome) =>
        new(caller.TenantId, caller.RequestId.ToString(), caller.UserToken is not null, _app.ToString(), timeout, outcome.ToString());
}
