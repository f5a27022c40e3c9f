using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Trailers that were set the raw way, in <c>ResponseTrailers</c> or an <c>RpcException</c>. grpc-dotnet encodes them when the handler has
/// returned, and one that cannot be sent costs the response or the status; here it costs itself.
/// </summary>
internal static class RawTrailers
{
    /// <summary>Takes trailers over, so that grpc-dotnet finds none.</summary>
    internal static void Move(Metadata from, ServerCall call, ServerCallContext context)
    {
        Copy(from, call, context);
        if (from.Count != 0)
        {
            call.EnsureState().KeepTaken(from);
            from.Clear();
        }
    }

    /// <summary>Takes over the trailers of an exception, after those of the context. The service may throw the same exception again, so it stays as it is.</summary>
    internal static RpcException Take(RpcException exception, ServerCall call, ServerCallContext context)
    {
        Move(context.ResponseTrailers, call, context);
        LogLeftOut(exception.Trailers, call.Services, ServerCall.MethodOf(context));
        Copy(exception.Trailers, call, context);
        call.EnsureState().KeepTaken(exception.Trailers);
        return new RpcException(exception.Status, exception.Message);
    }

    /// <summary>The exception without the trailers that cannot be sent, where its call is not known: grpc-dotnet sends the others.</summary>
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

        // A task that the handler left behind may be adding too.
        lock (call.Http)
        {
            // A deadline may have ended the call, with its status, while the handler ran on: what comes now reaches nobody.
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

    // A record that an exception brings replaces what was set of it before.
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

    // A service that lets the exception of another service's call pass means its trailers, not the fields of that response.
    private static IEnumerable<Metadata.Entry> WithoutHop(Metadata trailers) => trailers.Where(static entry => !ReservedKeys.IsOfHop(entry.Key));

    // Adds a header field, or says why not.
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
