using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// A call whose response metadata the views read where HttpClient put it, so that no <see cref="Metadata"/> is made of it. The interceptor offers it on its thread while the
/// call starts, and the channel's handler takes it if the request comes to it meanwhile. A call that nobody takes (a load balancer waits for an address, the channel has no
/// handler of ours) is an ordinary one.
/// </summary>
/// <param name="method">The path of the called method.</param>
/// <param name="members">The members of a call of its kind.</param>
internal sealed class DirectCall(string method, CallMembers members)
{
    // Nobody can change it, an interceptor that passes it on neither.
    private static readonly Metadata _asked = Metadata.Empty;
    private static readonly Task<Metadata> _askedHeaders = Task.FromResult(_asked);

    [ThreadStatic]
    private static DirectCall? _offered;

    // A call of Grpc.Net.Client has no member of ours: who wants to know the direct call behind one asks it for its headers or trailers while this is set.
    [ThreadStatic]
    private static bool _isAsking;

    [ThreadStatic]
    private static DirectCall? _respondent;

    private object? _inner;
    private Task? _sending;
    private volatile HttpResponseMessage? _response;

    /// <summary>Offers the call to a handler on this thread. Returns what was offered before.</summary>
    /// <remarks>Not with credentials of its own: they run on this thread, and could make a call of the same method that would take the offer.</remarks>
    internal DirectCall? Offer(CallOptions options)
    {
        DirectCall? outer = _offered;
        _offered = options.Credentials is null ? this : null;
        return outer;
    }

    /// <summary>Withdraws the offer, and restores the one before.</summary>
    internal static void Withdraw(DirectCall? outer) => _offered = outer;

    /// <summary>Takes the call that is offered on this thread, if the request is its.</summary>
    internal static DirectCall? Take(HttpRequestMessage request)
    {
        if (_offered is not { } call || !call.IsOf(request.RequestUri))
        {
            return null;
        }

        _offered = null;
        return call;
    }

    /// <summary>Whether a handler has taken the call, which has started as the inner one.</summary>
    internal bool IsTakenAs(object inner)
    {
        _inner = inner;
        return _sending is not null;
    }

    /// <summary>Notes that the request is being sent.</summary>
    internal void Send(Task sending) => _sending = sending;

    /// <summary>Notes a response whose headers are initial metadata.</summary>
    internal void Receive(HttpResponseMessage response) => _response = response;

    /// <summary>Waits until the response headers have come, or cannot come any more.</summary>
    internal ConfiguredTaskAwaitable ArrivalAsync() => _sending!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>The response headers that have come. Null if they are no initial metadata: then the ordinary way says why.</summary>
    internal HttpResponseHeaders? Initial() => _response?.Headers;

    /// <summary>The trailers of a call that has ended well; null of any other, about which the ordinary way knows.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    internal HttpResponseHeaders? Trailing() =>
        members.Status(_inner!).StatusCode == StatusCode.OK && _response?.TrailingHeaders is { } trailers && trailers.NonValidated.Contains("grpc-status") ? trailers : null;

    /// <summary>Finds the direct call behind a call. Where there is none, the call's headers are in the other value.</summary>
    internal static DirectCall? Behind(object call, CallMembers members, out Task<Metadata> headers)
    {
        Task<Metadata>? asked = Ask(call, members.Headers, out DirectCall? direct);
        bool isDirect = direct is not null && ReferenceEquals(asked, _askedHeaders);

        // An interceptor between may have made something of the response.
        headers = isDirect || direct is null ? asked! : members.Headers(call);
        return isDirect ? direct : null;
    }

    /// <summary>Finds the direct call behind a call. Where there is none, the call's trailers are in the other value.</summary>
    /// <exception cref="InvalidOperationException">It is no direct call, and has not ended.</exception>
    internal static DirectCall? Behind(object call, CallMembers members, out Metadata trailers)
    {
        Metadata? asked = Ask(call, members.Trailers, out DirectCall? direct);
        bool isDirect = direct is not null && ReferenceEquals(asked, _asked);
        trailers = isDirect || direct is null ? asked! : members.Trailers(call);
        return isDirect ? direct : null;
    }

    /// <summary>The inner call's headers, for raw code.</summary>
    internal static Task<Metadata> Headers(object direct) => ((DirectCall)direct).IsAsked() ? _askedHeaders : ((DirectCall)direct).InnerHeaders();

    /// <summary>The inner call's trailers, for raw code.</summary>
    internal static Metadata Trailers(object direct) => ((DirectCall)direct).IsAsked() ? _asked : ((DirectCall)direct).InnerTrailers();

    /// <summary>The inner call's status.</summary>
    internal static Status Status(object direct) => ((DirectCall)direct).InnerStatus();

    /// <summary>Disposes the inner call.</summary>
    internal static void Dispose(object direct) => ((IDisposable)((DirectCall)direct)._inner!).Dispose();

    /// <inheritdoc cref="Headers"/>
    internal Task<Metadata> InnerHeaders() => members.Headers(_inner!);

    /// <inheritdoc cref="Trailers"/>
    internal Metadata InnerTrailers() => members.Trailers(_inner!);

    private Status InnerStatus() => members.Status(_inner!);

    private bool IsOf(Uri? address) => address?.AbsolutePath.EndsWith(method, StringComparison.Ordinal) == true;

    private static T? Ask<T>(object call, Func<object, T> member, out DirectCall? direct)
        where T : class
    {
        _isAsking = true;
        try
        {
            return member(call);
        }
        catch (Exception) when (_respondent is not null)
        {
            // An interceptor between expected other headers or trailers than the response. It gets them when it is called again.
            return null;
        }
        finally
        {
            direct = _respondent;
            _respondent = null;
            _isAsking = false;
        }
    }

    // The first that is asked responds: what it asks in turn, if anything, is not meant.
    private bool IsAsked()
    {
        if (!_isAsking)
        {
            return false;
        }

        _isAsking = false;
        _respondent = this;
        return true;
    }
}
