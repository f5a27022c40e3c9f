using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>
/// The state of a call while it runs. It is created only if there is something to store. It replaces the feature of grpc-dotnet, so that one look-up finds both.
/// </summary>
/// <param name="http">The request and the response.</param>
/// <param name="context">The context of grpc-dotnet.</param>
/// <param name="services">The services that every call uses.</param>
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
    /// <remarks>Middleware that reads it after the call ended finds the raw trailers, as with plain grpc-dotnet.</remarks>
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

    /// <summary>An object that identifies the call without a reference to it.</summary>
    internal object Identity => Kept(ref _identity) ?? Keep(ref _identity, new object());

    /// <summary>The initial metadata that is sent with the first message.</summary>
    internal PendingInitial Initial => Kept(ref _initial) ?? Keep(ref _initial, new PendingInitial(http));

    internal bool HasInitial => Kept(ref _initial) is { IsEmpty: false };

    /// <summary>The keys of trailers that no record set.</summary>
    internal RawTrailerKeys RawTrailers => Kept(ref _rawTrailers) ?? Keep(ref _rawTrailers, new RawTrailerKeys());

    /// <summary>The trailers, as long as it is not known whether the response is a Trailers-Only response.</summary>
    internal IHeaderDictionary TrailersInPlace => TrailersInPlaceIfAny ?? Keep(ref _trailersInPlace, new HeaderDictionary());

    internal IHeaderDictionary? TrailersInPlaceIfAny => Kept(ref _trailersInPlace);

    /// <summary>Whether the handler has returned, for a call that sets its own <see cref="WriteOptions"/>.</summary>
    internal bool HasEnded { get; set; }

    /// <summary>Returns the state of a call, or null if there is none yet.</summary>
    internal static CallState? Find(HttpContext http) => http.Features.Get<IServerCallContextFeature>() as CallState;

    /// <summary>Returns the state of a call, and creates it if there is none yet.</summary>
    /// <exception cref="InvalidOperationException">The request is not, or not yet, a gRPC call.</exception>
    internal static CallState Ensure(HttpContext http, CallServices services)
    {
        // Parallel tasks of a handler may call this method.
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

    /// <summary>Finds a record that was read before and stored.</summary>
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

    /// <summary>Stores a record that will be read again: one that the method declares, or one that is forwarded.</summary>
    internal void KeepRead<T>(T value)
        where T : IGrpcMetadata<T> => RecordNote.Add(ref _read, typeof(T), value);

    /// <summary>Removes the stored records, after the request headers were changed.</summary>
    internal void ForgetRead() => Volatile.Write(ref _read, null);

    /// <summary>Stores raw trailers that were removed from the context, so that grpc-dotnet does not write them again.</summary>
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

    // Before the call has its status, grpc-dotnet would send them.
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
