using Grpc.Core;
#if NET10_0_OR_GREATER
using System.Runtime.CompilerServices;
using Grpc.AspNetCore.Server;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;
#endif

namespace TypedMetadata;

/// <summary>
/// Detects whether a handler has used <c>ResponseTrailers</c>. Reading that property allocates 56 bytes, so an internal property of grpc-dotnet is read first. If it is missing,
/// and before .NET 10, where an internal type cannot be named, the trailers are allocated.
/// </summary>
internal static class ResponseTrailersProbe
{
#if NET10_0_OR_GREATER
    private const string ContextName = "Grpc.AspNetCore.Server.Internal.HttpContextServerCallContext";
    private const string Context = ContextName + ", Grpc.AspNetCore.Server";
    private static volatile Type? _known;
    private static volatile bool _isMissing = !PrivateMembers.MayBeUsed;

    internal static bool MayHaveAny(ServerCallContext context)
    {
        // JSON transcoding has its own context.
        if (_isMissing || (context.GetType() != _known && !IsKnown(context.GetType())))
        {
            return true;
        }

        try
        {
            return HasResponseTrailers(context);
        }
        catch (Exception exception) when (exception is MissingMemberException or TypeLoadException or FileNotFoundException or InvalidCastException or BadImageFormatException or NotSupportedException)
        {
            _isMissing = true;
            return true;
        }
    }

    private static bool IsKnown(Type context)
    {
        bool isKnown = context.FullName == ContextName && context.Assembly == typeof(IServerCallContextFeature).Assembly;
        if (isKnown)
        {
            _known = context;
        }

        return isKnown;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_HasResponseTrailers")]
    private static extern bool HasResponseTrailers([UnsafeAccessorType(Context)] object context);
#else
    internal static bool MayHaveAny(ServerCallContext context) => context is not null;
#endif
}
