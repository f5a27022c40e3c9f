namespace TypedMetadata.Reliability;

/// <summary>What this program is when another of its processes started it.</summary>
internal static class Roles
{
    internal static Task<int> ServeAsync(string role) => throw new NotSupportedException(role);
}
