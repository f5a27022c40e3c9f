using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Testing;

/// <summary>
/// An accessor to hand to code under test that reads the current call's metadata: <c>new TestRequestMetadataAccessor&lt;CallerInfo&gt;(new CallerInfo(…))</c>, or without a record where
/// no gRPC call is being served.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class TestRequestMetadataAccessor<T> : IRequestMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    private readonly T? _value;
    private readonly bool _hasValue;

    /// <summary>Initializes a new instance of the <see cref="TestRequestMetadataAccessor{T}"/> class as where no gRPC call is being served.</summary>
    public TestRequestMetadataAccessor()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TestRequestMetadataAccessor{T}"/> class with the record that is read.</summary>
    /// <param name="value">The record.</param>
    public TestRequestMetadataAccessor(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
        _hasValue = true;
    }

    /// <inheritdoc/>
    public T Read() => _hasValue ? _value! : throw new InvalidOperationException($"No gRPC call is being served here: give the accessor a '{typeof(T).Name}', or use TryRead.");

    /// <inheritdoc/>
    public bool TryRead([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return _hasValue;
    }
}
