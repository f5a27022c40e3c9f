using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Reliability.BadInput;

namespace TypedMetadata.Reliability.Faults;

/// <summary>Ten calls on the connection of a victim: open when the fault happens, and ended after it. Each must get its own metadata.</summary>
internal sealed class NeighbourCalls
{
    internal const int Size = 10;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<bool>[] _calls = [];

    internal static bool IsNeighbour(ServerCallContext context) => context.RequestHeaders.Get("holder") is not null;

    /// <summary>What a server does with a neighbour's call.</summary>
    internal async Task ServeAsync(ServerCallContext context)
    {
        Badge badge = context.ReadRequestMetadata<Badge>();
        _arrived.Release();
        await _release.Task.WaitAsync(context.CancellationToken);
        await context.WriteInitialMetadataAsync(badge);
        context.SetTrailingMetadata(badge);
    }

    /// <summary>Starts the calls, and waits until the server has them.</summary>
    internal async Task OpenAsync(Echo.EchoClient client)
    {
        _calls = [.. Enumerable.Range(0, Size).Select(index => CallAsync(client, (CallKind)(index % 4), new Badge($"neighbour {index}", [(byte)index])))];
        for (int i = 0; i < Size; i++)
        {
            await _arrived.WaitAsync();
        }
    }

    /// <summary>Ends the calls, and counts those that were hurt.</summary>
    internal async Task<int> CloseAsync()
    {
        _release.TrySetResult();
        return (await Task.WhenAll(_calls)).Count(isWell => !isWell);
    }

    /// <summary>Whether a neighbour's call ends well.</summary>
    internal static async Task<bool> CallAsync(Echo.EchoClient client, CallKind kind, Badge badge)
    {
        using RunningCall call = RunningCall.Start(kind, client, badge);
        try
        {
            return await call.FinishAsync() == "hello" && await call.Initial.ReadAsync<Badge>() == badge && call.Trailing.Read<Badge>() == badge;
        }
        catch (RpcException)
        {
            return false;
        }
    }
}
