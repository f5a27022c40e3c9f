
namespace TypedMetadata.Internal;

/// <summary>
/// Whether private members of grpc-dotnet may be used to go faster. Each use has its own test whether the member is there, and a way without it. The
/// <see cref="AppContext"/> switch <c>TypedMetadata.UsePrivateMembers</c>, set to false before the first call, leaves all of them alone.
/// </summary>
internal static class PrivateMembers
{
    /// <summary>True unless the switch says no.</summary>
    internal static bool MayBeUsed { get; } = !AppContext.TryGetSwitch("TypedMetadata.UsePrivateMembers", out bool mayBeUsed) || mayBeUsed;
}
