using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using TypedMetadata.Unit.Vectors;

namespace TypedMetadata.Interop.Vectors;

/// <summary>The vectors on the wire of a real server: what it reads of the exact bytes, and what exact bytes it sends.</summary>
public sealed class WireVectorTests
{
    public static TheoryData<string> Base64Rows => Vector.Ids(vector => vector.Kind == "base64");

    public static TheoryData<string> TextRows => Vector.Ids(vector => vector is { Kind: "ascii", Type: null });

    public static TheoryData<string> TypedRows => Vector.Ids(vector => vector is { Kind: "ascii", Type: not null });

    public static TheoryData<string> RuntimeKeyRows => Vector.Ids(vector => vector is { Kind: "key", Context: "runtime" } || (vector.Kind == "key" && vector.Expects("accept")));

    [Theory]
    [MemberData(nameof(Base64Rows))]
    public async Task Binary_field_holds_in_a_request_and_in_an_answer(string id)
    {
        Vector vector = Vector.Of(id);
        if (vector.Expects("emit"))
        {
            await AssertSentAsync(vector);
            return;
        }

        (RawAnswer answer, ManyBytes? read) = await VectorServer.ReadAsync(context => context.ReadRequestMetadata<ManyBytes>(), new RawField("value-bin", vector.Text));
        MetadataResult<ManyBytes>? answered = await AnsweredAsync<ManyBytes>("value-bin", vector.Text);
        if (vector.Expected == "reject")
        {
            VectorServer.AssertRejected(answer, "value-bin");
            Assert.All(answered is { } rejected ? rejected.Errors : [], error => Assert.Equal(("value-bin", MetadataErrorKind.Malformed), (error.Key, error.Kind)));
            Assert.NotEqual(true, answered?.Succeeded);
        }
        else
        {
            Assert.Equal(vector.Argument.Split(','), read!.Value.Select(Convert.ToHexStringLower));
            Assert.Equal(vector.Argument.Split(','), answered!.Value.Value!.Value.Select(Convert.ToHexStringLower));
        }
    }

    [Theory]
    [MemberData(nameof(TextRows))]
    public async Task Text_field_holds(string id)
    {
        Vector vector = Vector.Of(id);
        bool isWritten = vector.Expects("accept");
        RawAnswer written = await VectorServer.CallAsync(async context =>
        {
            OneText record = new(vector.Text);
            if (isWritten)
            {
                await context.WriteInitialMetadataAsync(record);
                context.SetTrailingMetadata(record);
            }
            else if (!vector.Expects("reject-read"))
            {
                await Assert.ThrowsAsync<MetadataException>(() => context.WriteInitialMetadataAsync(record));
                Assert.Throws<MetadataException>(() => context.SetTrailingMetadata(record));
            }
        });
        Assert.Equal("0", written.GrpcStatus);
        Assert.Equal(isWritten ? [vector.Text] : [], written.HeaderValues("value"));
        Assert.Equal(isWritten ? [vector.Text] : [], written.TrailerValues("value"));
        if (!vector.Text.All(character => character <= '\u00ff'))
        {
            return; // no byte stands for such a character
        }

        (RawAnswer answer, OneText? read) = await VectorServer.ReadAsync(context => context.ReadRequestMetadata<OneText>(), new RawField("value", vector.Text));
        if (isWritten || vector.Expected == "reject-write")
        {
            Assert.Equal(vector.Text.Trim(), read!.Value);
        }
        else
        {
            VectorServer.AssertRejected(answer, "value");
            Assert.Null(read);
        }
    }

    [Theory]
    [MemberData(nameof(TypedRows))]
    public async Task Typed_field_holds(string id)
    {
        Vector vector = Vector.Of(id);
        string bytes = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(vector.Text));
        (RawAnswer answer, string? read) = await VectorServer.ReadAsync(context => TypedReading.Of(vector.Type!, new RequestReading(context)), new RawField("value", bytes));
        if (vector.Expected == "reject")
        {
            VectorServer.AssertRejected(answer, "value");
            Assert.Null(read);
        }
        else
        {
            Assert.Equal(vector.Argument, read);
        }
    }

    [Theory]
    [MemberData(nameof(RuntimeKeyRows))]
    public async Task Key_that_is_accepted_arrives(string id)
    {
        string key = Vector.Of(id).Argument;
        bool arrived = false;
        await using EchoServer server = await EchoServer.StartAsync(context => arrived = context.GetHttpContext().Request.Headers[key] == "x");
        Metadata metadata = [];
        metadata.Set(MetadataKey.Text(Vector.Of(id).Text), "x");
        await server.Client.UnaryAsync(new EchoMessage(), metadata);
        Assert.True(arrived);
    }

    private static async Task AssertSentAsync(Vector vector)
    {
        // A server drops an empty field, and a lone empty item with it, so ours rejects it; a client sends it.
        bool isEmpty = vector.Bytes.Length == 0;
        RawAnswer answer = await VectorServer.CallAsync(async context =>
        {
            if (!isEmpty)
            {
                await context.WriteInitialMetadataAsync(new ManyBytes([vector.Bytes]));
                context.SetTrailingMetadata(new ManyBytes([vector.Bytes, vector.Bytes]));
            }
        });
        Assert.Equal(isEmpty ? [] : [vector.Argument], answer.HeaderValues("value-bin"));
        Assert.Equal(isEmpty ? [] : [vector.Argument, vector.Argument], answer.TrailerValues("value-bin"));

        string? sent = null;
        await using EchoServer server = await EchoServer.StartAsync(context => sent = context.GetHttpContext().Request.Headers["value-bin"]);
        await server.Client.UnaryAsync(new EchoMessage(), new Metadata { { "value-bin", vector.Bytes } });
        Assert.Equal(vector.Argument, sent ?? "");
    }

    // Null where Kestrel itself rejects to send such bytes.
    private static async Task<MetadataResult<T>?> AnsweredAsync<T>(string key, string field)
        where T : IInitialMetadata<T>
    {
        if (field.Any(character => character is < ' ' or > '~'))
        {
            return null;
        }

        await using EchoServer server = await new CannedAnswer { Headers = [(key, [field])] }.StartAsync();
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        return await call.Initial.TryReadAsync<T>();
    }

    private sealed class RequestReading(ServerCallContext context) : IReading
    {
        public T Read<T>()
            where T : IRequestMetadata<T> => context.ReadRequestMetadata<T>();
    }
}
