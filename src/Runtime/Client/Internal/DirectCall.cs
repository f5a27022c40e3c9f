using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// A call whose response metadata is read directly from the HTTP response, without a <see cref="Metadata"/>. The invoker offers the call on its thread while the call starts,
/// and the handler of the channel takes it if it receives the request at that time. If no handler takes it, because a load balancer waits for an address or the channel has no
/// <see cref="TypedMetadataHandler"/>, it is an ordinary call.
/// </summary>
/// <param name="members">The members of this kind of call.</param>
internal sealed class DirectCall(CallMembers members)
{
    // It is frozen, so an interceptor cannot change it.
    private static readonly Metadata _asked = Metadata.Empty;
    private static readonly Task<Metadata> _askedHeaders = Task.FromResult(_asked);

    [ThreadStatic]
    private static Offered _offered;

    // Calls of Grpc.Net.Client have no place for a reference to the direct call. To find it, code reads the headers or trailers of a call while this field is set.
    [ThreadStatic]
    private static bool _isAsking;

    [ThreadStatic]
    private static DirectCall? _respondent;

    private object? _inner;
    private Task? _sending;
    private volatile HttpResponseMessage? _response;

    /// <summary>Offers the call to a handler on this thread. Returns what was offered before.</summary>
    /// <param name="path">The path of the method.</param>
    /// <param name="options">The options of the call.</param>
    /// <remarks>Calls with their own credentials are not offered: the credentials run on this thread and could make a call of the same method, which would take the offer.</remarks>
    internal Offered Offer(string path, CallOptions options)
    {
        Offered outer = _offered;
        _offered = options.Credentials is null ? new(this, path) : default;
        return outer;
    }

    /// <summary>Withdraws the offer and restores the previous one.</summary>
    internal static void Withdraw(Offered outer) => _offered = outer;

    /// <summary>Takes the call that is offered on this thread, if the request belongs to it.</summary>
    internal static DirectCall? Take(HttpRequestMessage request)
    {
        Offered offered = _offered;
        if (offered.Call is null || request.RequestUri?.AbsolutePath.EndsWith(offered.Path, StringComparison.Ordinal) != true)
        {
            return null;
        }

        _offered = default;
        return offered.Call;
    }

    /// <summary>Returns a value that indicates whether a handler has taken the call, which has started as the inner call.</summary>
    internal bool IsTakenAs(object inner)
    {
        _inner = inner;
        return _sending is not null;
    }

    /// <summary>Notes that the request is being sent.</summary>
    internal void Send(Task sending) => _sending = sending;

    /// <summary>Notes a response whose headers are initial metadata.</summary>
    internal void Receive(HttpResponseMessage response) => _response = response;

    /// <summary>Waits until the response headers have arrived or the call has ended without them.</summary>
    internal ConfiguredTaskAwaitable ArrivalAsync() => _sending!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Returns the response headers, or null if they are not initial metadata. Then <see cref="InnerInitialMetadata"/> reports the reason.</summary>
    internal HttpResponseHeaders? Initial() => _response?.Headers;

    /// <summary>The initial metadata of the inner call.</summary>
    internal InitialMetadataView InnerInitialMetadata => new(_inner!, members);

    /// <summary>Returns the trailers of a successful call, or null for other calls, which the inner call handles.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    internal HttpResponseHeaders? Trailing() =>
        members.Status(_inner!).StatusCode == StatusCode.OK && _response?.TrailingHeaders is { } trailers && trailers.NonValidated.Contains("grpc-status") ? trailers : null;

    /// <summary>Returns the direct call of a call, or null. Then the other value contains the headers of the call.</summary>
    internal static DirectCall? Behind(object call, CallMembers members, out Task<Metadata> headers)
    {
        Task<Metadata>? asked = Ask(call, members.Headers, out DirectCall? direct);
        bool isDirect = direct is not null && ReferenceEquals(asked, _askedHeaders);

        // Another interceptor may have replaced the response.
        headers = isDirect || direct is null ? asked! : members.Headers(call);
        return isDirect ? direct : null;
    }

    /// <summary>Returns the direct call of a call, or null. Then the other value contains the trailers of the call.</summary>
    /// <exception cref="InvalidOperationException">There is no direct call, and the call has not ended.</exception>
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

    /// <inheritdoc cref="Trailers"/>
    internal Metadata InnerTrailers() => members.Trailers(_inner!);

    private Task<Metadata> InnerHeaders() => members.Headers(_inner!);

    private Status InnerStatus() => members.Status(_inner!);

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
            // Another interceptor expected other headers or trailers. It receives them when it is called again.
            return null;
        }
        finally
        {
            direct = _respondent;
            _respondent = null;
            _isAsking = false;
        }
    }

    // The first direct call that is asked responds, and clears the field, so that calls which it makes do not respond.
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

    /// <summary>A call that a handler may take, and the path of its method.</summary>
    internal readonly record struct Offered(DirectCall? Call, string Path);
}
