using TypedMetadata;

namespace System
{
    public readonly struct DateOnly
    {
    }
}

namespace Library
{
    /// <summary>A record with a type that the core for .NET Standard does not have.</summary>
    [GrpcMetadata]
    public sealed partial record Unsupported(System.DateOnly Day);
}
