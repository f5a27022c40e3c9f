namespace TypedMetadata;

/// <summary>The parts of a guard, which stand in one place or with the interceptors of others between them.</summary>
[Flags]
internal enum GuardParts
{
    /// <summary>Admits the call by its deadline, and sees to what goes out at the end.</summary>
    Outer = 1,

    /// <summary>Checks what the method declares, and turns metadata errors into their final <c>RpcException</c>.</summary>
    Inner = 2,

    /// <summary>Both in one place.</summary>
    Both = Outer | Inner,
}
