using TypedMetadata.Reliability.BadInput;
using TypedMetadata.Reliability.Faults;
using TypedMetadata.Reliability.Kept;
using TypedMetadata.Reliability.Load;
using TypedMetadata.Reliability.Running;

namespace TypedMetadata.Reliability;

/// <summary>All attacks.</summary>
internal static class Commands
{
    internal static IReadOnlyList<ICommand> All { get; } = [new BadInputCommand(), new LoadCommand(), new KeptCommand(), new FaultsCommand()];
}
