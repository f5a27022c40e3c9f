using CsCheck;
using Grpc.Core;
using Grpc.Net.Client;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Interop;

/// <summary>The size at which a client stops a request is that of the header block that a server would receive.</summary>
public sealed class RequestBlockTests
{
    private static readonly RawField[] _head = [new(":status", "200"), new("content-type", "application/grpc")];
    private static readonly Marshaller<byte[]> _bytes = new(bytes => bytes, bytes => bytes);

    [Fact]
    public async Task Request_is_stopped_by_what_its_header_block_takes_on_the_wire()
    {
        int received = 0;
        await using RawServer server = new((connection, request) =>
        {
            // PROTOCOL-HTTP2.md counts name, value and 32 for each field.
            received = request.Headers.Sum(field => field.Name.Length + field.Value.Length + 32);
            return connection.SendAsync(RawServerConnection.Answer(request.Stream, _head, [new("grpc-status", "0")]));
        });
        TypedMetadataClientOptions options = new();
        using TypedMetadataHandler handler = new(options) { InnerHandler = new SocketsHttpHandler() };
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { HttpHandler = handler });
        CallInvoker invoker = channel.CreateCallInvoker();
        await Gen.Select(Values.Bytes, Values.Text, Values.Text.Select(text => text.Replace(',', ';')).Array[0, 4], Gen.Char.AlphaNumeric.Array[1, 9], Gen.Char['a', 'z'].Array[1, 9].Null()).SampleAsync(
            async (bytes, text, items, name, host) =>
            {
                Method<byte[], byte[]> method = new(MethodType.Unary, "acme.Service", new string(name), _bytes, _bytes);
                Metadata metadata = new Sent(bytes, text, items).ToMetadata();
                if (host is not null)
                {
                    metadata.Add("host", new string(host));
                }

                async Task CallAsync(int most)
                {
                    options.MaxRequestMetadataSize = most;
                    await invoker.AsyncUnaryCall(method, null, new CallOptions(metadata), []);
                }

                await CallAsync(int.MaxValue);
                await CallAsync(received);
                RpcException stopped = await Assert.ThrowsAsync<RpcException>(() => CallAsync(received - 1));
                Assert.Equal(StatusCode.ResourceExhausted, stopped.StatusCode);
            },
            iter: Cases.OfCalls,
            threads: 1);
    }
}

[GrpcMetadata]
internal sealed partial record Sent(byte[] Bytes, string Text, string[] Items);
