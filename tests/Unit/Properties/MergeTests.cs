using CsCheck;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata.Unit.Properties;

/// <summary>Where metadata of several comes together, it does not matter who meets first.</summary>
public sealed class MergeTests
{
    private static readonly Gen<Preferences> _preferences =
        Gen.Select(Values.Text.Null(), Gen.Int.Nullable(), Gen.Int.Array[1, 3].Null(), Values.Bytes.Null(), (text, number, list, blob) => new Preferences(text, number, list, blob));

    private static readonly Method<string, string> _method =
        new(MethodType.Unary, "acme.Service", "Method", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    [Fact]
    public void Default_metadata_is_associative() =>
        Gen.Select(_preferences, _preferences, _preferences).Sample(
            (call, near, far) =>
            {
                Preferences inTurn = Merge(Merge(call, near), far);
                Preferences defaultsFirst = Merge(call, Merge(near, far));
                Assert.Equal(inTurn, defaultsFirst);
                Assert.Equal(
                    new Preferences(call.Text ?? near.Text ?? far.Text, call.Number ?? near.Number ?? far.Number, call.List ?? near.List ?? far.List, call.Blob ?? near.Blob ?? far.Blob),
                    inTurn);
            },
            iter: Cases.Each);

    [Fact]
    public void Earlier_of_deadlines_is_associative_and_commutative() =>
        Gen.Long[0, TimeSpan.TicksPerDay].Select(ticks => Deadline.After(new TimeSpan(ticks), TimeProvider.System)).Array[3].Sample(
            deadlines =>
            {
                (Deadline one, Deadline two, Deadline three) = (deadlines[0], deadlines[1], deadlines[2]);
                Assert.Equal(Deadline.Min(Deadline.Min(one, two), three), Deadline.Min(one, Deadline.Min(two, three)));
                Assert.Equal(Deadline.Min(one, two), Deadline.Min(two, one));
                Assert.Equal(one, Deadline.Min(one, Deadline.Infinite));
            },
            iter: Cases.Each);

    // What a call is sent with that has metadata of its own, and a client that adds some to every call.
    private static Preferences Merge(Preferences own, Preferences added)
    {
        Recorder recorder = new();
        recorder.Intercept(new RequestMetadataInterceptor<Preferences>(() => added)).AsyncUnaryCall(_method, null, new CallOptions(own.ToMetadata()), "");
        return recorder.Sent!.Read<Preferences>();
    }

    private sealed class Recorder : CallInvoker
    {
        internal Metadata? Sent { get; private set; }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            Sent = options.Headers;
            return null!;
        }

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();
    }
}

[GrpcMetadata]
public sealed partial record Preferences(string? Text, int? Number, int[]? List, byte[]? Blob);
