using System.ComponentModel;

namespace TypedMetadata.Generated;

/// <summary>
/// The optional parameter of overloads that refuse a record of another direction with a message. It makes the real overload the
/// better one wherever that applies; nobody passes it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WrongDirection
{
    private WrongDirection()
    {
    }
}
