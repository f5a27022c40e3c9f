using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Registers records for tracing when their assembly is loaded, so that the first call is traced too and sensitive keys never are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TracedKeys
{
    /// <summary>Registers a record with <c>Traced</c> keys.</summary>
    public static void Announce<T>()
        where T : IGrpcMetadata<T> => KeyTracing.Announce(static () => _ = DescriptorOf<T>.Value.Layout, isTraced: true);

    /// <summary>Registers a record with sensitive keys or nested records. It is inspected only if any key is traced.</summary>
    public static void AnnounceSecrets<T>()
        where T : IGrpcMetadata<T> => KeyTracing.Announce(static () => _ = DescriptorOf<T>.Value.Layout, isTraced: false);
}
