using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Stands on the generated methods of typed services that gRPC calls. Each hands its call to the method of the same name that the user writes.</summary>
/// <param name="records">The records of request metadata that the method reads itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class TypedMethodAttribute(params Type[] records) : Attribute
{
    /// <summary>The records of request metadata that the method reads itself.</summary>
    public IReadOnlyList<Type> Records { get; } = records;
}
