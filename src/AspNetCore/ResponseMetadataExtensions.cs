using System.ComponentModel;
using System.IO.Pipelines;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Extension methods that write records to the initial and trailing metadata of a response.</summary>
public static class ResponseMetadataExtensions
{
    private const string NotInitial =
        "This type is not initial metadata. If it is trailing metadata, write it with SetTrailingMetadata. Otherwise add MetadataPositions.Initial to its [GrpcMetadata], or declare the type as a [GrpcMetadata(MetadataPositions.Initial)] partial record.";

    private const string NotTrailing =
        "This type is not trailing metadata. If it is initial metadata, write it with WriteInitialMetadataAsync. Otherwise add MetadataPositions.Trailing to its [GrpcMetadata], or declare the type as a [GrpcMetadata(MetadataPositions.Trailing)] partial record.";

    /// <summary>
    /// Writes a record to the initial metadata and sends the response headers immediately. After that, the client neither retries nor hedges the call.
    /// </summary>
    /// <remarks>Sending the headers commits the call (gRFC A6). To leave retries possible, use <see cref="AddInitialMetadata{T}(ServerCallContext, T)"/>.</remarks>
    /// <typeparam name="T">The record of initial metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record.</param>
    /// <returns>A task that completes when the headers have been sent.</returns>
    /// <exception cref="MetadataException">A value cannot be written, or a key was already added with a different value. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// The response headers have already been sent, the call has ended, or the server was built without <c>AddTypedMetadata()</c>.
    /// </exception>
    public static Task WriteInitialMetadataAsync<T>(this ServerCallContext context, T value)
        where T : IInitialMetadata<T>
    {
        if (!ServerCall.TryGet(context, out ServerCall call))
        {
            return ServerCall.OfDouble(context.WriteResponseHeadersAsync(Entries(value)), nameof(context.WriteResponseHeadersAsync));
        }

        if (call.State is { HasInitial: true } state)
        {
            Add(call, state, context, value);
        }
        else
        {
            // Nothing waits that could have the same keys, so the fields go where they belong at once.
            MetadataWriter writer = Encode(call, value, context, others: null);
            lock (call.Http)
            {
                WireFields.Write(in writer, call.ResponseBeforeStart().Headers);
            }

            call.NoteWritten<T>(MetadataPositions.Initial);
        }

        // What grpc-dotnet's own method does of no entries. Around a context that somebody wrapped, the wrapper is to see it, and JSON has a content type to set.
        return context is IServerCallContextFeature && ServerCall.IsGrpc(call.Http) ? FlushAsync(call.Http.Response) : context.WriteResponseHeadersAsync(Metadata.Empty);
    }

    /// <summary>
    /// Adds a record to the initial metadata, which is sent with the first message, or at the end of a successful call without messages.
    /// </summary>
    /// <remarks>
    /// If the call fails before its first message, the record is discarded, so that the client may retry the call (gRFC A6). If the call has no <c>HttpContext</c>, as in a
    /// unit test, the record is written immediately.
    /// </remarks>
    /// <typeparam name="T">The record of initial metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written, or a key was already added with a different value. Nothing was added.</exception>
    /// <exception cref="InvalidOperationException">
    /// The response headers have already been sent, the call has ended, or the server was built without <c>AddTypedMetadata()</c>. It is also thrown if the call has no
    /// <c>HttpContext</c> and its context sends headers asynchronously.
    /// </exception>
    public static void AddInitialMetadata<T>(this ServerCallContext context, T value)
        where T : IInitialMetadata<T>
    {
        if (ServerCall.TryGet(context, out ServerCall call))
        {
            Add(call, call.EnsureState(), context, value);
        }
        else
        {
            WriteAtOnce(context, value);
        }
    }

    /// <summary>
    /// Sets the keys of a record in the trailing metadata, which is sent with the status whether the call succeeds or fails.
    /// </summary>
    /// <remarks>The record is encoded immediately. Setting a key again replaces its value.</remarks>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record. A null property removes its key.</param>
    /// <exception cref="MetadataException">
    /// A value cannot be written. Nothing was set. If the handler does not catch the exception, the call ends with <c>INTERNAL</c>. To keep another error status, use
    /// <see cref="TrySetTrailingMetadata{T}(ServerCallContext, T, out IReadOnlyList{MetadataError})"/> or <see cref="StatusExtensions.ToRpcException{T}(Status, T)"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The call has ended, or the server was built without <c>AddTypedMetadata()</c>.</exception>
    public static void SetTrailingMetadata<T>(this ServerCallContext context, T value)
        where T : ITrailingMetadata<T>
    {
        if (!ServerCall.TryGet(context, out ServerCall call))
        {
            ServerCall.OfDouble(context.ResponseTrailers, nameof(context.ResponseTrailers)).Write(value);
            return;
        }

        MetadataWriter writer = MetadataWriter.Headers(value, MetadataPositions.Trailing, ResponseSize.WhileFailing);
        ResponseTrailers.Set<T>(call, ref writer, context);
        call.NoteWritten<T>(MetadataPositions.Trailing);
    }

    /// <summary>
    /// Sets the valid keys of a record in the trailing metadata and leaves out the others. Use it for a call that fails, so that an invalid value does not replace the status.
    /// </summary>
    /// <remarks>Values of the record that were set before are replaced.</remarks>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <param name="context">The context of the call.</param>
    /// <param name="value">The record. A null property removes its key. If <c>Validate</c> reports an error without a key, none of the keys are set.</param>
    /// <param name="errors">One error for each key that was left out. The list is empty if the method returns true.</param>
    /// <returns>True if the whole record was set; otherwise, false.</returns>
    /// <exception cref="InvalidOperationException">The call has ended, or the server was built without <c>AddTypedMetadata()</c>.</exception>
    public static bool TrySetTrailingMetadata<T>(this ServerCallContext context, T value, out IReadOnlyList<MetadataError> errors)
        where T : ITrailingMetadata<T>
    {
        bool isCall = ServerCall.TryGet(context, out ServerCall call);
        MetadataWriter writer = MetadataWriter.Writable(value, encodesBase64: isCall, out List<MetadataError> leftOut);
        if (isCall)
        {
            ResponseTrailers.Set<T>(call, ref writer, context, leftOut);
            call.NoteWritten<T>(MetadataPositions.Trailing);
        }
        else
        {
            MetadataSource.Replace(ServerCall.OfDouble(context.ResponseTrailers, nameof(context.ResponseTrailers)), T.Descriptor.Layout, WireEntries.Of(in writer));
        }

        errors = leftOut;
        return leftOut.Count == 0;
    }

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotInitial, error: true)]
    public static Task WriteInitialMetadataAsync<T>(this ServerCallContext context, T value, WrongPosition? none = null) => throw new NotSupportedException(NotInitial);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotInitial, error: true)]
    public static void AddInitialMetadata<T>(this ServerCallContext context, T value, WrongPosition? none = null) => throw new NotSupportedException(NotInitial);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotTrailing, error: true)]
    public static void SetTrailingMetadata<T>(this ServerCallContext context, T value, WrongPosition? none = null) => throw new NotSupportedException(NotTrailing);

    /// <summary>Rejects a record of another position, and any other type.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotTrailing, error: true)]
    public static bool TrySetTrailingMetadata<T>(this ServerCallContext context, T value, out IReadOnlyList<MetadataError> errors, WrongPosition? none = null) => throw new NotSupportedException(NotTrailing);

    private static void Add<T>(ServerCall call, CallState state, ServerCallContext context, T value)
        where T : IInitialMetadata<T>
    {
        MetadataWriter writer = Encode(call, value, context, state.Initial.SizesBeside<T>());
        if (state.Initial.TryAdd(in writer, call) is string key)
        {
            MetadataError error = new(key, MetadataErrorKind.Duplicate, $"'{key}' was already added to the initial metadata with a different value. Add each key once.");
            throw new MetadataException($"'{T.Descriptor.Layout.Record}' cannot be written as metadata", MetadataPositions.Initial, [error]);
        }

        call.NoteWritten<T>(MetadataPositions.Initial);
    }

    private static MetadataWriter Encode<T>(ServerCall call, T value, ServerCallContext context, List<KeyValuePair<string, int>>? others)
        where T : IInitialMetadata<T>
    {
        MetadataWriter writer = MetadataWriter.Headers(value, MetadataPositions.Initial);
        call.Services.Size.Check<T>(in writer, others, MetadataPositions.Initial, context);
        return writer;
    }

    // Nothing may wait here for a task that is not done.
    private static void WriteAtOnce<T>(ServerCallContext context, T value)
        where T : IInitialMetadata<T>
    {
        Task writing = ServerCall.OfDouble(context.WriteResponseHeadersAsync(Entries(value)), nameof(context.WriteResponseHeadersAsync));
        if (!writing.IsCompleted)
        {
            throw new InvalidOperationException($"'{T.Descriptor.Layout.Record}' cannot be added because this call does not run in ASP.NET Core and its context sends headers asynchronously. Await WriteInitialMetadataAsync instead.");
        }

        writing.GetAwaiter().GetResult();
    }

    private static Task FlushAsync(HttpResponse response)
    {
        ValueTask<FlushResult> flushing = response.BodyWriter.FlushAsync();
        if (!flushing.IsCompletedSuccessfully)
        {
            return flushing.AsTask();
        }

        _ = flushing.Result;
        return Task.CompletedTask;
    }

    private static Metadata Entries<T>(T value)
        where T : IGrpcMetadata<T>
    {
        Metadata entries = [];
        entries.Write(value);
        return entries;
    }
}
