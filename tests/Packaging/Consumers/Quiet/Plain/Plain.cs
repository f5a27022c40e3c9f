using Grpc.Core;
using TypedMetadata;

namespace Plain;

/// <summary>A record like any other.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Token">Its bytes.</param>
public sealed record Ordinary(string Text, byte[] Token);

/// <summary>Metadata without a record.</summary>
public static class Raw
{
    private static readonly MetadataKey<string> _tenant = MetadataKey.Text("tenant-id");

    /// <summary>Reads one key.</summary>
    /// <param name="metadata">The metadata.</param>
    public static string Tenant(Metadata metadata) => metadata.Get(_tenant);
}
