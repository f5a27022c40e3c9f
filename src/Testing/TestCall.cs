using Grpc.Core;
using TypedMetadata.Codecs;
using TypedMetadata.Generated;

namespace TypedMetadata.Testing;

/// <summary>
/// How a method answers the code under test, and what that code sent. <see cref="Invoker"/> goes into a generated client,
/// <c>new Greeter.GreeterClient(call.Invoker)</c>; or hand over one call: <see cref="Unary"/>, <see cref="ClientStreaming"/>, <see cref="ServerStreaming"/>,
/// <see cref="DuplexStreaming"/>. Each call is answered alike.
/// </summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public sealed partial class TestCall<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private const string NotInitial =
        "This record is not initial metadata: give it to WithTrailingMetadata if it is trailing, or add MetadataDirections.Initial to its [GrpcMetadata].";

    private const string NotTrailing =
        "This record is not trailing metadata: give it to WithInitialMetadata if it is initial, or add MetadataDirections.Trailing to its [GrpcMetadata].";

    private readonly Metadata _initial = [];
    private readonly Metadata _trailing = [];
    private readonly TResponse[] _responses;
    private bool _hasInitial;
    private Status? _failure;

    /// <summary>A method that answers these messages: a unary or client-streaming one the only one, the others all in order.</summary>
    /// <param name="responses">The messages; none for a stream without any, and for a call that fails before its first.</param>
    public TestCall(params TResponse[] responses)
        : this((IEnumerable<TResponse>)responses)
    {
    }

    /// <summary>A method that answers these messages: a unary or client-streaming one the only one, the others all in order.</summary>
    /// <param name="responses">The messages; none for a stream without any, and for a call that fails before its first.</param>
    public TestCall(IEnumerable<TResponse> responses) => _responses = [.. responses];

    /// <summary>Answers a record with the response headers. Its keys replace any that are there.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="record">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestCall<TRequest, TResponse> WithInitialMetadata<T>(T record)
        where T : IInitialMetadata<T>
    {
        MetadataSource.Write(_initial, record);
        _hasInitial = true;
        return this;
    }

    /// <summary>Answers a record with the status, whatever that is. Its keys replace any that are there.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="record">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    public TestCall<TRequest, TResponse> WithTrailingMetadata<T>(T record)
        where T : ITrailingMetadata<T>
    {
        MetadataSource.Write(_trailing, record);
        return this;
    }

    /// <summary>
    /// Answers one more field with the response headers, as it comes over the wire: base64 on a <c>-bin</c> key. What is malformed is so for the code
    /// under test too, as on a channel with <c>UseTypedMetadata()</c>.
    /// </summary>
    /// <param name="key">The key, as on the wire.</param>
    /// <param name="value">The value, as on the wire.</param>
    public TestCall<TRequest, TResponse> WithInitialField(string key, string value)
    {
        ReceivedField.AddTo(_initial, key, value);
        _hasInitial = true;
        return this;
    }

    /// <summary>Answers one more field with the status; like <see cref="WithInitialField"/>.</summary>
    /// <param name="key">The key, as on the wire.</param>
    /// <param name="value">The value, as on the wire.</param>
    public TestCall<TRequest, TResponse> WithTrailingField(string key, string value)
    {
        ReceivedField.AddTo(_trailing, key, value);
        return this;
    }

    /// <summary>
    /// Ends the call with a status: a stream after its messages. A call that answers neither messages nor initial metadata fails in its headers
    /// (Trailers-Only), so <c>InitialMetadata().ReadAsync</c> throws the status too. A unary or client-streaming call answers no message.
    /// </summary>
    /// <param name="statusCode">Any but OK.</param>
    /// <param name="detail">The status's message.</param>
    public TestCall<TRequest, TResponse> WithFailure(StatusCode statusCode, string detail = "")
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)statusCode, (int)StatusCode.OK, nameof(statusCode));
        _failure = new Status(statusCode, detail);
        return this;
    }

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(NotInitial, error: true)]
    public TestCall<TRequest, TResponse> WithInitialMetadata<T>(T record, WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotInitial);

    /// <summary>Refuses a record of another direction.</summary>
    [Obsolete(NotTrailing, error: true)]
    public TestCall<TRequest, TResponse> WithTrailingMetadata<T>(T record, WrongDirection? none = null)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(NotTrailing);
}
