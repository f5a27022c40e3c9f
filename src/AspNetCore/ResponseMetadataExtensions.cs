using System.ComponentModel;
using System.IO.Pipelines;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Writes what a server returns beside its messages.</summary>
public static class ResponseMetadataExtensions
{
    private const string NotInitial =
        "This type is not initial metadata: write it with SetTrailingMetadata if it is trailing, add MetadataPositions.Initial to its [GrpcMetadata], or make it a [GrpcMetadata(MetadataPositions.Initial)] partial record if it is none.";

    private const string NotTrailing =
        "This type is not trailing metadata: write it with WriteInitialMetadataAsync if it is initial, add MetadataPositions.Trailing to its [GrpcMetadata], or make it a [GrpcMetadata(MetadataPositions.Trailing)] partial record if it is none.";

    /// <summary>
    /// Sends a record with the response headers, now. That commits the call: the client will neither retry nor hedge it afterwards.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record. Everything is checked before anything is sent.</param>
    /// <exception cref="MetadataException">A value cannot be written, or a key was added before with another value; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// The response headers were sent already, by an earlier call of this method or with the first message, or the call has ended; or the
    /// server was built without <c>AddTypedMetadata()</c>.
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
    /// Adds a record to the response headers, which go out with the first message, or at the end of a call that is OK without one. When
    /// the call fails before, it is discarded, and the client may retry the call (gRFC A6).
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call. Without an <c>HttpContext</c>, as in a test double, the record is written at once.</param>
    /// <param name="value">The record. Everything is checked before anything is added.</param>
    /// <exception cref="MetadataException">A value cannot be written, or a key was added before with another value; nothing was added.</exception>
    /// <exception cref="InvalidOperationException">
    /// The response headers were sent already, or the call has ended; or the server was built without <c>AddTypedMetadata()</c>; or the call has no <c>HttpContext</c>, and
    /// its context does not send headers at once.
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
    /// Sets a record to go out with the status, however the call ends. It is encoded now; setting a key again replaces its value.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record. Everything is checked before anything is set. A null property removes its key.</param>
    /// <exception cref="MetadataException">
    /// A value cannot be written; nothing was set. If nobody catches it, the call ends with <c>INTERNAL</c>, whatever status was to come: for a call that fails see
    /// <see cref="TrySetTrailingMetadata{T}(ServerCallContext, T, out IReadOnlyList{MetadataError})"/> and <see cref="StatusExtensions.ToRpcException{T}(Status, T)"/>.
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
    /// Sets what can be written of a record to go out with the status, however the call ends: for a call that fails, whose status a value must not cost. What was set of the record before is replaced.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="value">The record. A null property removes its key. When its <c>Validate</c> rejects it as a whole, nothing of it is set.</param>
    /// <param name="errors">What was left out, and why. It is empty when the result is true.</param>
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
            MetadataError error = new(key, MetadataErrorKind.Duplicate, $"'{key}' was added to the initial metadata before, with another value: add each key once.");
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
            throw new InvalidOperationException($"'{T.Descriptor.Layout.Record}' is still being written, since this call does not run in ASP.NET Core and its context takes time to send headers: await WriteInitialMetadataAsync instead.");
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
