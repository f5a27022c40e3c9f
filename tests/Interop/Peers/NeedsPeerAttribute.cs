namespace TypedMetadata.Interop.Peers;

/// <summary>A class whose <see cref="PeerFactAttribute"/> tests need a peer.</summary>
/// <param name="peer">Its name, as <c>install</c> prints it.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsPeerAttribute(string peer) : Attribute
{
    internal string Peer { get; } = peer;
}
