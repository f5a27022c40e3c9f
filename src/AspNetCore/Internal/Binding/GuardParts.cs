namespace TypedMetadata;

/// <summary>The parts of a guard. They run together, or with interceptors of the application between them.</summary>
[Flags]
internal enum GuardParts
{
    /// <summary>Checks the deadline, and completes the response at the end.</summary>
    Outer = 1,

    /// <summary>Checks the contract of the method, and converts metadata exceptions to an <c>RpcException</c>.</summary>
    Inner = 2,

    /// <summary>Both parts together.</summary>
    Both = Outer | Inner,
}
