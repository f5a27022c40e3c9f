using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Announces records with <c>Traced</c> keys when their assembly is loaded, so that the first call is traced like any other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TracedKeys
{
    /// <summary>Announces a record.</summary>
    public static void Announce<T>()
        where T : IGrpcMetadata<T> => _ = T.Descriptor.Layout;
}
