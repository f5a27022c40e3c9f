
namespace TypedMetadata.Internal;

/// <summary>
/// Determines whether private members of grpc-dotnet may be used for speed. Each use tests whether the member exists and has a fallback. To disable all of them, set the
/// <see cref="AppContext"/> switch <c>TypedMetadata.UsePrivateMembers</c> to false before the first call.
/// </summary>
internal static class PrivateMembers
{
    /// <summary>Whether private members may be used. It is true unless the switch is set to false.</summary>
    internal static bool MayBeUsed { get; } = !AppContext.TryGetSwitch("TypedMetadata.UsePrivateMembers", out bool mayBeUsed) || mayBeUsed;
}
