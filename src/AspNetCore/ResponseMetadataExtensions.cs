using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TypedMetadata.Generated;

namespace TypedMetadata;

/// <summary>Writes what a server answers beside its messages.</summary>
public static class ResponseMetadataExtensions
{
    private const string NotInitial =
        "This record is not initial metadata: write it with SetTrailingMetadata if it is trailing, or add MetadataDirections.Initial to its [GrpcMetadata].";

    private const string NotTrailing =
        "This record is not trailing metadata: write it with WriteInitialMetadataAsync if it is initial, or add MetadataDirections.Trailing to its [GrpcMetadata].";

    /// <summary>
    /// Sends a record with the response headers, now. That commits the call: the client will neither retry nor hedge it afterwards.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record. Everything is checked before anything is sent.</param>
    /// <exception cref="MetadataException">A value cannot be written; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// The response headers were sent already, by an earlier call of this method or with the first message; or the server was built without
    /// <c>AddTypedMetadata()</c>.
    /// </exception>
    public static async Task WriteInitialMetadataAsync<T>(this ServerCallContext context, T value)
        where T : IInitialMetadata<T>
    {
        if (TypedCall.Of(context) is not TypedCall call)
        {
            Metadata headers = [];
            headers.Write(value);
            await context.WriteResponseHeadersAsync(headers).ConfigureAwait(false);
            return;
        }

        if (call.Response.HasStarted)
        {
            throw new InvalidOperationException(
                "Initial metadata was sent already, by an earlier WriteInitialMetadataAsync or with the first message: write it once, before the first message, or send the values as trailing metadata.");
        }

        PutHeaders(call.Response.Headers, value);
        await context.WriteResponseHeadersAsync(Metadata.Empty).ConfigureAwait(false);
    }

    /// <summary>
    /// Sets a record to go out with the status, however the call ends. It is encoded now; setting a key again replaces its value.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record. Everything is checked before anything is set. A null property removes its key.</param>
    /// <exception cref="MetadataException">A value cannot be written; nothing was set.</exception>
    /// <exception cref="InvalidOperationException">The server was built without <c>AddTypedMetadata()</c>.</exception>
    public static void SetTrailingMetadata<T>(this ServerCallContext context, T value)
        where T : ITrailingMetadata<T>
    {
        if (TypedCall.Of(context) is not TypedCall call)
        {
            context.ResponseTrailers.Write(value);
            return;
        }

        MetadataWriter writer = MetadataWriter.Headers(value, MetadataDirections.Trailing);
        WireFields.Write<T, PendingTrailers>(in writer, call.Trailers);
    }

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(NotInitial, error: true)]
    public static Task WriteInitialMetadataAsync<T>(this ServerCallContext context, T value, WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotInitial);

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(NotTrailing, error: true)]
    public static void SetTrailingMetadata<T>(this ServerCallContext context, T value, WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotTrailing);

    // A ref struct cannot stay alive over the await.
    private static void PutHeaders<T>(IHeaderDictionary headers, T value)
        where T : IInitialMetadata<T>
    {
        MetadataWriter writer = MetadataWriter.Headers(value, MetadataDirections.Initial);
        WireFields.Write<T, Headers>(in writer, new Headers(headers));
    }

    private readonly struct Headers(IHeaderDictionary headers) : IFieldTarget
    {
        public void Set(string key, StringValues fields) => WireFields.Put(headers, key, fields);

        public void Clear(MetadataField prefix) => WireFields.Clear(headers, prefix);
    }
}
