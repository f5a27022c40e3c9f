namespace TypedMetadata.Interop.Calls;

/// <summary>The four kinds of call.</summary>
public enum CallKind
{
    Unary,
    ClientStreaming,
    ServerStreaming,
    Duplex,
}
