using System.ComponentModel;
using Grpc.Core.Interceptors;

namespace TypedMetadata.Generated;

/// <summary>How calls become direct, for the packages beside this one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DirectCalls
{
    /// <summary>The interceptor that makes calls direct. It must be the innermost.</summary>
    public static Interceptor Interceptor => DirectCallInterceptor.Instance;
}
