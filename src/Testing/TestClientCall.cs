using System.ComponentModel;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Testing;

/// <summary>
/// Represents the response that a client under test receives: messages, initial and trailing metadata, and a status. It captures what the client sends.
/// </summary>
/// <remarks>
/// Create a generated client with <c>new Greeter.GreeterClient(call.CreateCallInvoker())</c>, or a single call with <see cref="CreateUnaryCall"/>,
/// <see cref="CreateClientStreamingCall"/>, <see cref="CreateServerStreamingCall"/> or <see cref="CreateDuplexStreamingCall"/>. Every call receives the same response.
/// </remarks>
/// <typeparam name="TRequest">The type of the request messages.</typeparam>
/// <typeparam name="TResponse">The type of the response messages.</typeparam>
public sealed partial class TestClientCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private const string NotInitial =
        "This record is not initial metadata. If it is trailing metadata, pass it to WithTrailingMetadata. Otherwise add MetadataPositions.Initial to its [GrpcMetadata].";

    private const string NotTrailing =
        "This record is not trailing metadata. If it is initial metadata, pass it to WithInitialMetadata. Otherwise add MetadataPositions.Trailing to its [GrpcMetadata].";

    private readonly Metadata _initial = [];
    private readonly Metadata _trailing = [];
    private readonly TResponse[] _responses;
    private bool _hasInitial;
    private Status? _failure;

    /// <summary>Initializes a new instance of the <see cref="TestClientCall{TRequest, TResponse}"/> class with the response messages.</summary>
    /// <param name="responses">The messages, in order. Unary and client-streaming calls need exactly one, or none if they fail.</param>
    public TestClientCall(params TResponse[] responses)
        : this((IEnumerable<TResponse>)responses)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TestClientCall{TRequest, TResponse}"/> class with the response messages.</summary>
    /// <param name="responses">The messages, in order. Unary and client-streaming calls need exactly one, or none if they fail.</param>
    public TestClientCall(IEnumerable<TResponse> responses) => _responses = [.. responses];

    /// <summary>Adds a record to the initial metadata of the response. Its keys replace earlier entries with the same keys.</summary>
    /// <typeparam name="T">The record of initial metadata.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <returns>The same instance.</returns>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestClientCall<TRequest, TResponse> WithInitialMetadata<T>(T metadata)
        where T : IInitialMetadata<T>
    {
        MetadataSource.Write(_initial, metadata);
        _hasInitial = true;
        return this;
    }

    /// <summary>Adds a record to the trailing metadata of the response, for success and for failure. Its keys replace earlier entries with the same keys.</summary>
    /// <typeparam name="T">The record of trailing metadata.</typeparam>
    /// <param name="metadata">The record.</param>
    /// <returns>The same instance.</returns>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestClientCall<TRequest, TResponse> WithTrailingMetadata<T>(T metadata)
        where T : ITrailingMetadata<T>
    {
        MetadataSource.Write(_trailing, metadata);
        return this;
    }

    /// <summary>
    /// Adds an entry to the initial metadata in its wire form, so that a test can send malformed or repeated values. Values of <c>-bin</c> keys are base64.
    /// </summary>
    /// <remarks>The code under test receives the entry as a channel with <c>UseTypedMetadata()</c> delivers it.</remarks>
    /// <param name="key">The key.</param>
    /// <param name="value">The value in its wire form.</param>
    /// <returns>The same instance.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not a valid header name.</exception>
    public TestClientCall<TRequest, TResponse> WithInitialEntry(string key, string value)
    {
        ReceivedEntry.AddTo(_initial, key, value);
        _hasInitial = true;
        return this;
    }

    /// <summary>Adds an entry to the trailing metadata in its wire form, so that a test can send malformed or repeated values. Values of <c>-bin</c> keys are base64.</summary>
    /// <remarks>The code under test receives the entry as a channel with <c>UseTypedMetadata()</c> delivers it.</remarks>
    /// <param name="key">The key.</param>
    /// <param name="value">The value in its wire form.</param>
    /// <returns>The same instance.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not a valid header name.</exception>
    public TestClientCall<TRequest, TResponse> WithTrailingEntry(string key, string value)
    {
        ReceivedEntry.AddTo(_trailing, key, value);
        return this;
    }

    /// <summary>
    /// Makes the call fail with a status. A response stream returns its messages first; unary and client-streaming calls return no message.
    /// </summary>
    /// <remarks>
    /// A call with neither messages nor initial metadata fails with a Trailers-Only response, so <c>InitialMetadata().ReadAsync</c> throws the <see cref="RpcException"/> too.
    /// </remarks>
    /// <param name="statusCode">A status code other than <see cref="StatusCode.OK"/>.</param>
    /// <param name="detail">The detail of the status.</param>
    /// <returns>The same instance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is <see cref="StatusCode.OK"/>.</exception>
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
