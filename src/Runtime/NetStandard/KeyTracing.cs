using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Keys as attributes of activities. The client's handler and the server record them, and neither exists for .NET Standard.</summary>
internal static class KeyTracing
{
    internal static void Add(MetadataLayout layout)
    {
    }
}
