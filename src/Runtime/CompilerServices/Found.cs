using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents a value that was read, or its absence.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Found<T>
{
    private readonly T? _value;

    internal Found(T value)
    {
        HasValue = true;
        _value = value;
    }

    /// <summary>Gets a value that indicates whether the key was present.</summary>
    public bool HasValue { get; }

    /// <summary>Gets the value. It is valid only if <see cref="HasValue"/> is true.</summary>
    public T Value => _value!;

    /// <summary>Returns the value, or the default of the property if the key was absent.</summary>
    public T Or(T absent) => HasValue ? _value! : absent;

    /// <summary>Returns the value, or null if the key was absent. It is used with reference types only.</summary>
    public T? OrNull() => _value;
}
