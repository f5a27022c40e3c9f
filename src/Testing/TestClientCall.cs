using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.Internal;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Testing;

/// <summary>
/// Represents how a method responds to the code under test, and what that code sent. <see cref="CreateCallInvoker"/> goes into a generated client,
/// <c>new Greeter.GreeterClient(call.CreateCallInvoker())</c>; or hand over one call: <see cref="CreateUnaryCall"/>, <see cref="CreateClientStreamingCall"/>, <see cref="CreateServerStreamingCall"/>,
/// <see cref="CreateDuplexStreamingCall"/>. Each call gets the same response.
/// </summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public sealed partial class TestClientCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private const string NotInitial =
        "This record is not initial metadata: give it to WithTrailingMetadata if it is trailing, or add MetadataPositions.Initial to its [GrpcMetadata].";

    private const string NotTrailing =
        "This record is not trailing metadata: give it to WithInitialMetadata if it is initial, or add MetadataPositions.Trailing to its [GrpcMetadata].";

    private readonly Metadata _initial = [];
    private readonly Metadata _trailing = [];
    private readonly TResponse[] _responses;
    private bool _hasInitial;
    private Status? _failure;

    /// <summary>A method that returns these messages: a unary or client-streaming one the only one, the others all in order.</summary>
    /// <param name="responses">The messages; none for a stream without any, and for a call that fails before its first.</param>
    public TestClientCall(params TResponse[] responses)
        : this((IEnumerable<TResponse>)responses)
    {
    }

    /// <summary>A method that returns these messages: a unary or client-streaming one the only one, the others all in order.</summary>
    /// <param name="responses">The messages; none for a stream without any, and for a call that fails before its first.</param>
    public TestClientCall(IEnumerable<TResponse> responses) => _responses = [.. responses];

    /// <summary>Returns a record with the response headers. Its keys replace any that are there.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestClientCall<TRequest, TResponse> WithInitialMetadata<T>(T metadata)
        where T : IInitialMetadata<T>
    {
        MetadataSource.Write(_initial, metadata);
        _hasInitial = true;
        return this;
    }

    /// <summary>Returns a record with the status, whatever that is. Its keys replace any that are there.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestClientCall<TRequest, TResponse> WithTrailingMetadata<T>(T metadata)
        where T : ITrailingMetadata<T>
    {
        MetadataSource.Write(_trailing, metadata);
        return this;
    }

    /// <summary>
    /// Returns one more entry with the response headers, as it comes over the wire: base64 on a <c>-bin</c> key. What is malformed is so for the code
    /// under test too, as on a channel with <c>UseTypedMetadata()</c>.
    /// </summary>
    /// <param name="key">The key, as on the wire.</param>
    /// <param name="value">The value, as on the wire.</param>
    public TestClientCall<TRequest, TResponse> WithInitialEntry(string key, string value)
    {
        ReceivedEntry.AddTo(_initial, key, value);
        _hasInitial = true;
        return this;
    }

    /// <summary>Returns one more entry with the status; like <see cref="WithInitialEntry"/>.</summary>
    /// <param name="key">The key, as on the wire.</param>
    /// <param name="value">The value, as on the wire.</param>
    public TestClientCall<TRequest, TResponse> WithTrailingEntry(string key, string value)
    {
        ReceivedEntry.AddTo(_trailing, key, value);
        return this;
    }

    /// <summary>
    /// Ends the call with a status: a stream after its messages. A call that returns neither messages nor initial metadata fails in its headers
    /// (Trailers-Only), so <c>InitialMetadata().ReadAsync</c> throws the status too. A unary or client-streaming call returns no message.
    /// </summary>
    /// <param name="statusCode">Any but OK.</param>
    /// <param name="detail">The status's message.</param>
    public TestClientCall<TRequest, TResponse> WithFailure(StatusCode statusCode, string detail = "")
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)statusCode, (int)StatusCode.OK, nameof(statusCode));
        _failure = new Status(statusCode, detail);
        return this;
    }

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotInitial, error: true)]
    public TestClientCall<TRequest, TResponse> WithInitialMetadata<T>(T metadata, WrongPosition? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotInitial);

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotTrailing, error: true)]
    public TestClientCall<TRequest, TResponse> WithTrailingMetadata<T>(T metadata, WrongPosition? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotTrailing);
}
