using System.ComponentModel;
using TypedMetadata.Internal;

namespace TypedMetadata.CompilerServices;

/// <summary>Announces records when their assembly is loaded, so that the first call is traced like any other, and no secret of theirs is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TracedKeys
{
    /// <summary>Announces a record with <c>Traced</c> keys.</summary>
    public static void Announce<T>()
        where T : IGrpcMetadata<T> => KeyTracing.Announce(static () => _ = DescriptorOf<T>.Value.Layout, isTraced: true);

    /// <summary>Announces a record with secrets, or with records inside it, which is looked at only if any key is traced.</summary>
    public static void AnnounceSecrets<T>()
        where T : IGrpcMetadata<T> => KeyTracing.Announce(static () => _ = DescriptorOf<T>.Value.Layout, isTraced: false);
}
