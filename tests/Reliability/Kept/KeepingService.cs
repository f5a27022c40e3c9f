using Grpc.Core;
using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability.Kept;

/// <summary>A handler that keeps what it has of every second call, and looks at it in the next.</summary>
internal sealed class KeepingService
{
    internal const string Own = "own";
    internal const string Anothers = "another caller's";
    internal const string Rejected = "rejected";
    private Kept? _kept;

    internal RunResult Values { get; } = new();

    internal RunResult Typed { get; } = new();

    internal RunResult Raw { get; } = new();

    internal void Serve(ServerCallContext context)
    {
        Badge badge = context.ReadRequestMetadata<Badge>();
        if (_kept is null)
        {
            _kept = new Kept(badge, badge.Holder, (byte[])badge.Stamp.Clone(), context.GetDeadline(), context.GetPeer(), context.GetPeer().ToString(), context);
            return;
        }

        Values.Add(_kept.Value.Holder == _kept.Holder && _kept.Value.Stamp.AsSpan().SequenceEqual(_kept.Stamp) && _kept.Deadline == Deadline.Infinite && _kept.Peer.ToString() == _kept.PeerText ? Own : Anothers);
        Typed.Add(Look(() => _kept.Context.ReadRequestMetadata<Badge>().Holder));
        Raw.Add(Look(() => _kept.Context.RequestHeaders.GetValue("holder")));
        _kept = null;
    }

    // What is rejected depends on grpc-dotnet's mood; that it is no answer counts.
    private string Look(Func<string?> look)
    {
        try
        {
            return look() == _kept!.Holder ? Own : Anothers;
        }
        catch (Exception rejection) when (rejection is InvalidOperationException or NullReferenceException)
        {
            return Rejected;
        }
    }

    private sealed record Kept(Badge Value, string Holder, byte[] Stamp, Deadline Deadline, Peer Peer, string PeerText, ServerCallContext Context);
}
