using System.Net;
using CsCheck;
using Grpc.Core;

namespace TypedMetadata.Unit.Properties;

/// <summary>The size at which a client stops a request is that of the header block it would send.</summary>
public sealed class RequestSizeTests
{
    [Fact]
    public void A_request_is_stopped_by_what_its_fields_take_on_the_wire() =>
        Gen.Select(Gen.Select(Values.Bytes, Values.Text, Values.Text.Select(text => text.Replace(',', ';')).Array[0, 4]), Gen.Int[1, 65535]).Sample(
            async (values, port) =>
            {
                (byte[] bytes, string text, string[] items) = values;
                Metadata metadata = new Sent(bytes, text, items).ToMetadata();
                int size = await SizeAsync(metadata, port);
                Assert.Null(await Record.ExceptionAsync(() => SendAsync(metadata, port, new Wire(), size)));
                RpcException stopped = await Assert.ThrowsAsync<RpcException>(() => SendAsync(metadata, port, new Wire(), size - 1));
                Assert.Equal(StatusCode.ResourceExhausted, stopped.StatusCode);
            },
            iter: Cases.Each / 10);

    // PROTOCOL-HTTP2.md counts name, value and 32 for each field, as they leave the last handler.
    private static async Task<int> SizeAsync(Metadata metadata, int port)
    {
        Wire wire = new();
        await SendAsync(metadata, port, wire, int.MaxValue);
        return wire.Fields.Sum(field => field.Key.Length + field.Value.Length + 32);
    }

    // As Grpc.Net.Client makes requests: an entry is a value, bytes are padded base64.
    private static async Task SendAsync(Metadata metadata, int port, Wire wire, int most)
    {
        using HttpMessageInvoker invoker = new(new TypedMetadataHandler(new TypedMetadataClientOptions { MaxRequestBytes = most }) { InnerHandler = wire });
        using HttpRequestMessage request = new(HttpMethod.Post, $"http://localhost:{port}/acme.Service/Method");
        foreach (Metadata.Entry entry in metadata)
        {
            request.Headers.TryAddWithoutValidation(entry.Key, entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value);
        }

        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
    }

    private sealed class Wire : HttpMessageHandler
    {
        internal List<KeyValuePair<string, string>> Fields { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Fields.Add(new(":path", request.RequestUri!.AbsolutePath));
            Fields.Add(new(":authority", request.RequestUri.Authority));
            Fields.AddRange(request.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, Assert.Single(header.Value))));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}

[GrpcMetadata]
public sealed partial record Sent(byte[] Bytes, string Text, string[] Items);
