using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// Represents the optional parameter of overloads that reject a record of another position at compile time. The parameter is never passed: it makes the compiler
/// prefer the other overload.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WrongPosition
{
    private WrongPosition()
    {
    }
}
