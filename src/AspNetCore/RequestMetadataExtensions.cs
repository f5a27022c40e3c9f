using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Extension methods that read the request metadata of a call as records.</summary>
/// <remarks>
/// The methods read the HTTP request headers, not <c>ServerCallContext.RequestHeaders</c>: that property throws for every key if one <c>-bin</c> header is repeated or
/// malformed. Entries that an interceptor adds to <c>RequestHeaders</c> are not visible to them; use <c>SetRequestMetadata</c> instead. If the call has no
/// <c>HttpContext</c>, as in a unit test, the methods do read <c>RequestHeaders</c>.
/// </remarks>
public static class RequestMetadataExtensions
{
    private const string WrongPositionMessage =
        "This type is not request metadata, so a server cannot read it from a request. Add MetadataPositions.Request to its [GrpcMetadata], or declare the type as a [GrpcMetadata] partial record. To read response metadata on a client, use InitialMetadata() or TrailingMetadata().";

    /// <summary>Reads a record from the request metadata of the call.</summary>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <returns>The record. It is a copy, which you may keep after the call.</returns>
    /// <exception cref="MetadataException">
    /// A key is missing or its value is invalid. <see cref="MetadataException.Errors"/> contains one error for each problem. If the handler does not catch the exception,
    /// the client receives <c>INVALID_ARGUMENT</c> with the names of the keys, or the key's <see cref="MetadataKeyAttribute.ErrorStatusCode"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static T ReadRequestMetadata<T>(this ServerCallContext context)
        where T : IRequestMetadata<T> =>
        TryRead<T>(context, out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw CallRejection.ToException<T>(ServerCall.TryGet(context, out ServerCall call) ? call.EnsureState() : null, errors);

    /// <summary>Tries to read a record from the request metadata of the call, and returns the errors if that fails.</summary>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record, if the method returns true.</param>
    /// <param name="errors">All errors. The list is empty if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static bool TryReadRequestMetadata<T>(this ServerCallContext context, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : IRequestMetadata<T> =>
        TryRead<T>(context, out value!, out errors);

    /// <summary>Tries to read a record from the request metadata of the call.</summary>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record, if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static bool TryReadRequestMetadata<T>(this ServerCallContext context, [NotNullWhen(true)] out T? value)
        where T : IRequestMetadata<T> =>
        context.TryReadRequestMetadata(out value, out _);

    /// <summary>
    /// Replaces the keys of a record in the request metadata of the current call. Use it in an interceptor to add a value that the client did not send, such as a
    /// correlation id.
    /// </summary>
    /// <remarks>For the rest of the call, <c>ReadRequestMetadata</c>, <see cref="IRequestMetadataAccessor{T}"/>, declared records and <c>PropagateRequestMetadata</c> use the new values.</remarks>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record. A null property removes its key.</param>
    /// <exception cref="MetadataException">A value cannot be written. The request metadata is unchanged.</exception>
    /// <exception cref="InvalidOperationException">The call has ended, or the server was built without <c>AddTypedMetadata()</c>.</exception>
    public static void SetRequestMetadata<T>(this ServerCallContext context, T value)
        where T : IRequestMetadata<T>
    {
        if (!ServerCall.TryGet(context, out ServerCall call))
        {
            ServerCall.OfDouble(context.RequestHeaders, nameof(context.RequestHeaders)).Write(value);
            return;
        }

        MetadataWriter writer = MetadataWriter.Headers(value, MetadataPositions.Request);
        lock (call.Http)
        {
            if (EndedCall.Is(call))
            {
                throw ServerCall.Ended();
            }

            IHeaderDictionary headers = call.Http.Request.Headers;
            foreach (KeyDescriptor key in writer.Keys)
            {
                foreach (string former in key.Aliases)
                {
                    headers.Remove(former);
                }
            }

            WireFields.Write(in writer, headers);
            call.State?.ForgetRead();
        }
    }

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static void SetRequestMetadata<T>(this ServerCallContext context, T value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>
    /// Reads a record from the request metadata of a gRPC request where there is no <see cref="ServerCallContext"/>, for example in middleware or an authorization handler.
    /// </summary>
    /// <remarks>
    /// In middleware, an unhandled exception results in HTTP 500, and the client receives a status that does not name the keys. Use
    /// <see cref="TryReadRequestMetadata{T}(HttpContext, out T, out IReadOnlyList{MetadataError})"/> there.
    /// </remarks>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="http">The HTTP context of the request.</param>
    /// <returns>The record. It is a copy, which you may keep after the call.</returns>
    /// <exception cref="MetadataException">A key is missing or its value is invalid. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    public static T ReadRequestMetadata<T>(this HttpContext http)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(http);
        return ServerCall.FeatureOf(http) is { ServerCallContext: ServerCallContext context } ? context.ReadRequestMetadata<T>()
            : HeaderSource.TryRead<T>(http.Request.Headers, out T? value, out IReadOnlyList<MetadataError> errors) ? value
            : throw CallRejection.ToException<T>(call: null, errors);
    }

    /// <summary>Tries to read a record from the request metadata of a gRPC request where there is no <see cref="ServerCallContext"/>, and returns the errors if that fails.</summary>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="http">The HTTP context of the request.</param>
    /// <param name="value">The record, if the method returns true.</param>
    /// <param name="errors">All errors. The list is empty if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    public static bool TryReadRequestMetadata<T>(this HttpContext http, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(http);
        return ServerCall.FeatureOf(http) is { ServerCallContext: ServerCallContext context }
            ? TryRead<T>(context, out value!, out errors)
            : HeaderSource.TryRead<T>(http.Request.Headers, out value!, out errors);
    }

    /// <summary>Tries to read a record from the request metadata of a gRPC request where there is no <see cref="ServerCallContext"/>.</summary>
    /// <typeparam name="T">The record of request metadata.</typeparam>
    /// <param name="http">The HTTP context of the request.</param>
    /// <param name="value">The record, if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    public static bool TryReadRequestMetadata<T>(this HttpContext http, [NotNullWhen(true)] out T? value)
        where T : IRequestMetadata<T> =>
        http.TryReadRequestMetadata(out value, out _);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static T ReadRequestMetadata<T>(this HttpContext http, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static bool TryReadRequestMetadata<T>(this HttpContext http, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static bool TryReadRequestMetadata<T>(this HttpContext http, [NotNullWhen(true)] out T? value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static T ReadRequestMetadata<T>(this ServerCallContext context, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static bool TryReadRequestMetadata<T>(this ServerCallContext context, [NotNullWhen(true)] out T? value, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static bool TryReadRequestMetadata<T>(this ServerCallContext context, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors, WrongPosition? none = null) => throw new NotSupportedException(WrongPositionMessage);

    internal static bool TryRead<T>(ServerCallContext context, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IRequestMetadata<T> =>
        ServerCall.TryGet(context, out ServerCall call)
            ? call.TryRead<T>(out value, out errors)
            : ServerCall.OfDouble(context.RequestHeaders, nameof(context.RequestHeaders)).TryRead<T>(out value, out errors);
}
