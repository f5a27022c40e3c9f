using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>
/// The optional parameter of overloads that reject a record of another position with a message. It makes the real overload the
/// better one wherever that applies; nobody passes it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WrongPosition
{
    private WrongPosition()
    {
    }
}
