using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>
/// The current call's request metadata, for services that do not see its <c>ServerCallContext</c>. A scoped service: it knows the call whose
/// services it is one of, and no other.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public interface IMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    /// <summary>The record.</summary>
    /// <exception cref="InvalidOperationException">There is no gRPC call: the service was not made for one, or the call has ended.</exception>
    /// <exception cref="MetadataException">A value is missing or bad. Left alone it answers the client as <c>ReadRequestMetadata</c> does.</exception>
    T Get();

    /// <summary>The record, or false without a gRPC call and when it cannot be read.</summary>
    /// <param name="value">The record, when the answer is true.</param>
    bool TryGet([NotNullWhen(true)] out T? value);
}
