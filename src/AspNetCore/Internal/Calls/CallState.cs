using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// What is kept of one call while it runs; made when there is something to keep. It takes the place of grpc-dotnet's own feature, so that one look finds both, and a
/// look at every call finds nothing of ours.
/// </summary>
/// <param name="http">The call's request and response.</param>
/// <param name="context">The call as grpc-dotnet knows it.</param>
/// <param name="services">What the calls of the server need.</param>
internal sealed class CallState(HttpContext http, ServerCallContext context, CallServices services) : IServerCallContextFeature
{
    private object? _identity;
    private PendingInitial? _initial;
    private RawTrailerKeys? _rawTrailers;
    private IHeaderDictionary? _trailersInPlace;
    private Metadata? _takenTrailers;
    private RecordNote? _read;
    private RecordNote? _initialWritten;
    private RecordNote? _trailingWritten;

    /// <inheritdoc/>
    /// <remarks>Middleware that asks for the call after its end finds its raw trailers, as on plain grpc-dotnet.</remarks>
    public ServerCallContext ServerCallContext
    {
        get
        {
            if (Interlocked.Exchange(ref _takenTrailers, null) is Metadata taken)
            {
                GiveBack(taken);
            }

            return context;
        }
    }

    internal CallServices Services { get; } = services;

    /// <summary>Tells this call from others, and holds nothing of it.</summary>
    internal object Identity => Kept(ref _identity) ?? Keep(ref _identity, new object());

    /// <summary>Initial metadata that waits.</summary>
    internal PendingInitial Initial => Kept(ref _initial) ?? Keep(ref _initial, new PendingInitial(http));

    internal bool HasInitial => Kept(ref _initial) is { IsEmpty: false };

    /// <summary>The keys of trailers that no record set.</summary>
    internal RawTrailerKeys RawTrailers => Kept(ref _rawTrailers) ?? Keep(ref _rawTrailers, new RawTrailerKeys());

    /// <summary>What holds trailers where the server has none yet, until it is known whether the response ends in its headers.</summary>
    internal IHeaderDictionary TrailersInPlace => TrailersInPlaceIfAny ?? Keep(ref _trailersInPlace, new HeaderDictionary());

    internal IHeaderDictionary? TrailersInPlaceIfAny => Kept(ref _trailersInPlace);

    /// <summary>Whether the handler has returned, of a call with <see cref="WriteOptions"/> of its own.</summary>
    internal bool HasEnded { get; set; }

    /// <summary>What is kept of a call, if anything is.</summary>
    internal static CallState? Find(HttpContext http) => http.Features.Get<IServerCallContextFeature>() as CallState;

    /// <summary>What is kept of a call from now on.</summary>
    /// <exception cref="InvalidOperationException">The request is not, or not yet, a gRPC call.</exception>
    internal static CallState Ensure(HttpContext http, CallServices services)
    {
        // Parallel tasks of a handler may ask at once.
        lock (http)
        {
            switch (http.Features.Get<IServerCallContextFeature>())
            {
                case CallState earlier:
                    return earlier;
                case IServerCallContextFeature feature:
                    CallState state = new(http, feature.ServerCallContext, services);
                    http.Features.Set<IServerCallContextFeature>(state);
                    return state;
                default:
                    throw new InvalidOperationException("The request is not a gRPC call.");
            }
        }
    }

    /// <summary>Finds a record that was read before and kept.</summary>
    internal bool TryGetRead<T>([MaybeNullWhen(false)] out T value)
    {
        if (RecordNote.Find(ref _read, typeof(T)) is { Value: T known })
        {
            value = known;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Keeps a record that is asked for again: one that the method declares, or that goes on to other services.</summary>
    internal void KeepRead<T>(T value)
        where T : IGrpcMetadata<T> => RecordNote.Add(ref _read, typeof(T), value);

    /// <summary>Lets records be read anew, after the request's fields were changed.</summary>
    internal void ForgetRead() => Volatile.Write(ref _read, null);

    /// <summary>Keeps raw trailers that were taken from grpc-dotnet, so that it does not write them again.</summary>
    internal void KeepTaken(Metadata trailers)
    {
        Metadata taken = _takenTrailers ?? [];
        foreach (Metadata.Entry entry in trailers)
        {
            taken.Add(entry);
        }

        _takenTrailers = taken;
    }

    /// <summary>Notes that a record was written.</summary>
    internal void NoteWritten(Type record, MetadataPositions position) => RecordNote.Add(ref Written(position), record, value: null);

    internal bool HasWritten(Type record, MetadataPositions position) => RecordNote.Find(ref Written(position), record) is not null;

    private ref RecordNote? Written(MetadataPositions position) => ref position == MetadataPositions.Initial ? ref _initialWritten : ref _trailingWritten;

    // Not before the call has its status: until then grpc-dotnet would send them.
    private void GiveBack(Metadata taken)
    {
        if (!ResponseTrailers.HaveStatus(http))
        {
            _takenTrailers = taken;
            return;
        }

        foreach (Metadata.Entry entry in taken)
        {
            context.ResponseTrailers.Add(entry);
        }
    }

    private static T? Kept<T>(ref T? place)
        where T : class => Volatile.Read(ref place);

    private static T Keep<T>(ref T? place, T made)
        where T : class => Interlocked.CompareExchange(ref place, made, null) ?? made;
}
