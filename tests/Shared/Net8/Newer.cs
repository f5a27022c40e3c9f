namespace TypedMetadata.Tests;

/// <summary>What the tests use and .NET 8 does not have.</summary>
internal static class Newer
{
    extension(Convert)
    {
        internal static string ToHexStringLower(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

        internal static string ToHexStringLower(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
    }
}
