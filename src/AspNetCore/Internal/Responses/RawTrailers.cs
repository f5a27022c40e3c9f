using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Encodes the trailers of <c>ResponseTrailers</c> and of an <c>RpcException</c> in place of grpc-dotnet, which loses the response or the status if one of them cannot be
/// sent. Here, only that trailer is left out and logged.
/// </summary>
internal static class RawTrailers
{
    /// <summary>Moves trailers to the response, so that grpc-dotnet finds none.</summary>
    internal static void Move(Metadata from, ServerCall call, ServerCallContext context)
    {
        Copy(from, call, context);
        if (from.Count != 0)
        {
            call.EnsureState().KeepTaken(from);
            from.Clear();
        }
    }

    /// <summary>Moves the trailers of the context and then those of an exception to the response. The exception is not changed, because the service may throw it again.</summary>
    internal static RpcException Take(RpcException exception, ServerCall call, ServerCallContext context)
    {
        Move(context.ResponseTrailers, call, context);
        LogLeftOut(exception.Trailers, call.Services, ServerCall.MethodOf(context));
        Copy(exception.Trailers, call, context);
        call.EnsureState().KeepTaken(exception.Trailers);
        return new RpcException(exception.Status, exception.Message);
    }

    /// <summary>Returns the exception without the trailers that cannot be sent. It is used if the call is not known; grpc-dotnet sends the other trailers.</summary>
    internal static RpcException LeaveUnsendable(RpcException exception, CallServices services, string method)
    {
        LogLeftOut(exception.Trailers, services, method);
        Metadata sendable = [];
        int size = 0;
        foreach (Metadata.Entry entry in WithoutHop(exception.Trailers))
        {
            int larger = size;
            if (RawEntry.TryEncode(entry, out string? field, out string? problem))
            {
                larger += WireSize.Of(entry.Key, field);
                problem = larger > services.Size.Most ? TooLarge(services.Size.Most) : KestrelFrame.ProblemOf(entry.Key, field);
            }

            if (problem is null)
            {
                sendable.Add(entry);
                size = larger;
            }
            else
            {
                services.Logger.TrailerNotSent(entry.Key, method, problem);
            }
        }

        return new RpcException(exception.Status, sendable, exception.Message);
    }

    private static void Copy(Metadata from, ServerCall call, ServerCallContext context)
    {
        if (from.Count == 0)
        {
            return;
        }

        // A task that the handler started may still be adding trailers.
        lock (call.Http)
        {
            // If the deadline ended the call while the handler was running, the client receives nothing more.
            if (ResponseTrailers.HaveStatus(call.Http))
            {
                return;
            }

            if (RecordTrailers.Of(from) is RecordTrailers record)
            {
                Replace(record, ResponseTrailers.Of(call));
            }

            foreach (Metadata.Entry entry in WithoutHop(from))
            {
                string? problem = RawEntry.TryEncode(entry, out string? field, out string? unsendable) ? Add(call, entry.Key, field) : unsendable;
                if (problem is not null)
                {
                    call.Services.Logger.TrailerNotSent(entry.Key, ServerCall.MethodOf(context), problem);
                }
            }
        }
    }

    // The record of an exception replaces values of the same record that were set before.
    private static void Replace(RecordTrailers record, IHeaderDictionary trailers)
    {
        foreach (string key in trailers.Keys.Where(key => record.Layout.SlotOf(key) is >= 0 and int slot && !record.Layout.Keys[slot].ReadOnly).ToList())
        {
            trailers.Remove(key);
        }
    }

    private static void LogLeftOut(Metadata trailers, CallServices services, string method)
    {
        foreach (MetadataError error in RecordTrailers.Of(trailers)?.LeftOut ?? [])
        {
            services.Logger.TrailerNotSent(error.Key, method, error.Message.TrimEnd('.'));
        }
    }

    // If a service rethrows the exception of a call to another service, the HTTP headers of that response are not forwarded.
    private static IEnumerable<Metadata.Entry> WithoutHop(Metadata trailers) => trailers.Where(static entry => !ReservedKeys.IsOfHop(entry.Key));

    // Adds a header field, or returns the reason why it cannot be added.
    private static string? Add(ServerCall call, string key, string field)
    {
        CallState state = call.EnsureState();
        IHeaderDictionary trailers = ResponseTrailers.Of(call);
        bool isRaw = state.RawTrailers.Contain(key);
        if (!isRaw && trailers.ContainsKey(key))
        {
            return "a record or middleware has already set the key";
        }

        int most = call.Services.Size.Most;
        if (trailers.Sum(static one => WireFields.SizeOf(one.Key, one.Value)) + WireFields.SizeOf(key, field) > most)
        {
            return TooLarge(most);
        }

        if (KestrelFrame.ProblemOf(key, field) is string problem)
        {
            return problem;
        }

        try
        {
            trailers[key] = isRaw ? StringValues.Concat(trailers[key], field) : field;
        }
        catch (InvalidOperationException) when (ResponseTrailers.HaveStatus(call.Http))
        {
            return "the call has ended";
        }

        state.RawTrailers.Add(key);
        ResponseTrailers.PlaceAtStart(call);
        return null;
    }

    private static string TooLarge(int most) => $"the trailing metadata would take more than {most} bytes (MaxResponseMetadataSize)";
}
