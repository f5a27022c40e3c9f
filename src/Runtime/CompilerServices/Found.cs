using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.CompilerServices;

/// <summary>A value that may be absent, before it is decided what the property is then.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Found<T>
{
    private readonly T? _value;

    internal Found(T value)
    {
        HasValue = true;
        _value = value;
    }

    /// <summary>Gets a value that indicates whether the key was there.</summary>
    public bool HasValue { get; }

    /// <summary>The value. Only where <see cref="HasValue"/> is true.</summary>
    public T Value => _value!;

    /// <summary>The value, or what the property is without it.</summary>
    public T Or(T absent) => HasValue ? _value! : absent;

    /// <summary>The value, or null. Only of reference types.</summary>
    public T? OrNull() => _value;
}
