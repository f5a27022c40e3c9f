using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Reads what a client sent with a call.</summary>
/// <remarks>
/// The values come straight from the HTTP headers, never through <c>RequestHeaders</c>, which throws for every key when one
/// <c>-bin</c> value is repeated or malformed. What an interceptor adds to <c>RequestHeaders</c> is not seen. Without an
/// <c>HttpContext</c>, as in a test double, they come from <c>RequestHeaders</c>.
/// </remarks>
public static class RequestMetadataExtensions
{
    private const string WrongPositionMessage =
        "This type is not request metadata, which is all that a server reads: add MetadataPositions.Request to its [GrpcMetadata], or make it a [GrpcMetadata] partial record if it is none. A client reads response metadata, with InitialMetadata() or TrailingMetadata().";

    /// <summary>Reads a record. The record keeps nothing of the call.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <exception cref="MetadataException">
    /// A value is missing or invalid. The exception has every error. If nobody catches it, the client receives <c>INVALID_ARGUMENT</c>, naming the keys.
    /// </exception>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static T ReadRequestMetadata<T>(this ServerCallContext context)
        where T : IRequestMetadata<T> =>
        TryRead<T>(context, out T? value, out IReadOnlyList<MetadataError> errors)
            ? value
            : throw CallRejection.ToException<T>(ServerCall.TryGet(context, out ServerCall call) ? call.EnsureState() : null, errors);

    /// <summary>Reads a record, or returns its errors.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record, when the result is true.</param>
    /// <param name="errors">Every error, empty when the result is true.</param>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static bool TryReadRequestMetadata<T>(this ServerCallContext context, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : IRequestMetadata<T> =>
        TryRead<T>(context, out value!, out errors);

    /// <summary>Reads a record, or returns false.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record, when the result is true.</param>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static bool TryReadRequestMetadata<T>(this ServerCallContext context, [NotNullWhen(true)] out T? value)
        where T : IRequestMetadata<T> =>
        context.TryReadRequestMetadata(out value, out _);

    /// <summary>
    /// Sets a record of the request, for an interceptor that completes it: a correlation id that it made, a tenant, a culture. For the rest of the call every reader sees it: <c>ReadRequestMetadata</c>, the accessor,
    /// what the method declares, and what <c>PropagateRequestMetadata</c> sends on.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record. Its keys replace those that the client sent, and a null property removes its key.</param>
    /// <exception cref="MetadataException">A value cannot be written; nothing was set.</exception>
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
    /// Reads a record of a gRPC request where there is no <see cref="ServerCallContext"/>: in authentication, authorization and middleware, before the call and after it.
    /// </summary>
    /// <remarks>
    /// In middleware an exception that nobody catches is HTTP 500, which a gRPC client sees as a status of no metadata: use
    /// <see cref="TryReadRequestMetadata{T}(HttpContext, out T, out IReadOnlyList{MetadataError})"/> there.
    /// </remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <exception cref="MetadataException">A value is missing or invalid. The exception has every error.</exception>
    public static T ReadRequestMetadata<T>(this HttpContext http)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(http);
        return ServerCall.FeatureOf(http) is { ServerCallContext: ServerCallContext context } ? context.ReadRequestMetadata<T>()
            : HeaderSource.TryRead<T>(http.Request.Headers, out T? value, out IReadOnlyList<MetadataError> errors) ? value
            : throw CallRejection.ToException<T>(call: null, errors);
    }

    /// <summary>Reads a record of a gRPC request where there is no <see cref="ServerCallContext"/>, or returns its errors.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="value">The record, when the result is true.</param>
    /// <param name="errors">Every error, empty when the result is true.</param>
    public static bool TryReadRequestMetadata<T>(this HttpContext http, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : IRequestMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(http);
        return ServerCall.FeatureOf(http) is { ServerCallContext: ServerCallContext context }
            ? TryRead<T>(context, out value!, out errors)
            : HeaderSource.TryRead<T>(http.Request.Headers, out value!, out errors);
    }

    /// <summary>Reads a record of a gRPC request where there is no <see cref="ServerCallContext"/>, or returns false.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="http">The request.</param>
    /// <param name="value">The record, when the result is true.</param>
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
