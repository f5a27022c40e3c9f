using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata;

/// <summary>
/// Provides access to the request metadata of the current call in services that have no <c>ServerCallContext</c>. Register it with <c>AddRequestMetadataAccessor()</c>.
/// </summary>
/// <remarks>The accessor follows the execution context of the call, as <c>IHttpContextAccessor</c> does. It works in services of any lifetime and in child scopes.</remarks>
/// <typeparam name="T">The record of request metadata.</typeparam>
public interface IRequestMetadataAccessor<T>
    where T : IRequestMetadata<T>
{
    /// <summary>Reads the record from the request metadata of the current call.</summary>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">There is no current gRPC call.</exception>
    /// <exception cref="MetadataException">A key is missing or its value is invalid. If the handler does not catch the exception, the client receives the same status as with <c>ReadRequestMetadata</c>.</exception>
    T Read();

    /// <summary>Tries to read the record from the request metadata of the current call.</summary>
    /// <param name="value">The record, if the method returns true.</param>
    /// <returns>True if the record was read; false if there is no current gRPC call, a key is missing, or a value is invalid.</returns>
    bool TryRead([NotNullWhen(true)] out T? value);
}
