using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Testing;

/// <summary>
/// Represents an <see cref="IRequestMetadataAccessor{T}"/> for unit tests that returns a fixed record.
/// </summary>
/// <typeparam name="T">The record of request metadata.</typeparam>
public sealed class TestRequestMetadataAccessor<T> : IRequestMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    private readonly T? _value;
    private readonly bool _hasValue;

    /// <summary>Initializes a new instance of the <see cref="TestRequestMetadataAccessor{T}"/> class that behaves as if there were no current gRPC call.</summary>
    public TestRequestMetadataAccessor()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TestRequestMetadataAccessor{T}"/> class that returns a record.</summary>
    /// <param name="value">The record.</param>
    public TestRequestMetadataAccessor(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
        _hasValue = true;
    }

    /// <inheritdoc/>
    public T Read() => _hasValue ? _value! : throw new InvalidOperationException($"'{typeof(T).Name}' cannot be read because there is no current gRPC call. Pass a '{typeof(T).Name}' to the constructor of the accessor, or use TryRead.");

    /// <inheritdoc/>
    public bool TryRead([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return _hasValue;
    }
}
