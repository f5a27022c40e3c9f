using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>
/// Gives services that do not see a call's <c>ServerCallContext</c> access to its request metadata. Register it with <c>AddRequestMetadataAccessor()</c>. It follows
/// the execution context of the call, as <c>IHttpContextAccessor</c> does, so it works in services of any lifetime and in child scopes.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public interface IRequestMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    /// <summary>Reads the record.</summary>
    /// <exception cref="InvalidOperationException">No gRPC call is being served here.</exception>
    /// <exception cref="MetadataException">A value is missing or malformed. If it leaves the handler, the client receives the same as with <c>ReadRequestMetadata</c>.</exception>
    T Read();

    /// <summary>Reads the record, or returns false where no gRPC call is being served and when it cannot be read.</summary>
    /// <param name="value">The record, when the result is true.</param>
    bool TryRead([NotNullWhen(true)] out T? value);
}
