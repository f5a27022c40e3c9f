using System.Text.RegularExpressions;
using Greeter;
using Grpc.Core;
using TypedMetadata.Testing;
using TypedMetadata.Unit.Analyzers;

namespace TypedMetadata.Unit.Testing;

/// <summary>The code of docs/testing.md, compiled and run.</summary>
public sealed partial class TestingPage
{
    [Fact]
    public async Task SayHello_greets_the_caller()
    {
        var context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("acme", [1]));

        HelloReply reply = await new GreeterService().SayHello(new HelloRequest { Name = "Ada" }, context);

        Assert.Equal("Hello Ada of acme", reply.Message);
        Assert.Equal("primary", context.InitialMetadata.Read<BeginInfo>().Node);
        Assert.Equal(1, context.TrailingMetadata.Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task SayHello_rejects_a_caller_without_a_tenant()
    {
        var context = new TestServerCallContext().WithRequestEntry("auth-token-bin", "AQ");
        var rejection = await Assert.ThrowsAnyAsync<MetadataException>(() => new GreeterService().SayHello(new HelloRequest(), context));
        Assert.Equal("tenant-id", Assert.Single(rejection.Errors).Key);
    }

    [Fact]
    public async Task Chat_answers_every_request()
    {
        var context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("acme", [1]));
        var requests = new TestAsyncStreamReader<HelloRequest>(new HelloRequest { Name = "Ada" }, new HelloRequest { Name = "Bob" });
        var replies = new TestServerStreamWriter<HelloReply>(context);

        await new GreeterService().Chat(requests, replies, context);

        Assert.Equal(["Hello Ada of acme", "Hello Bob of acme"], replies.Messages.Select(reply => reply.Message));
        Assert.Equal(2, context.TrailingMetadata.Read<EndInfo>().Rows);
    }

    [Fact]
    public async Task Reception_sends_its_tenant_and_counts_the_rows()
    {
        var call = new TestClientCall<HelloRequest, HelloReply>(new HelloReply { Message = "Hello" }).WithTrailingMetadata(new EndInfo(3));

        string answer = await new Reception(new Greeter.Greeter.GreeterClient(call.CreateCallInvoker())).WelcomeAsync("Ada");

        Assert.Equal("Hello (3 rows)", answer);
        Assert.Equal("Ada", Assert.Single(call.Requests).Name);
        Assert.Equal("acme", call.RequestMetadata.Read<CallerInfo>().TenantId);
    }

    [Fact]
    public async Task Reception_is_quiet_when_nobody_is_there()
    {
        var call = new TestClientCall<HelloRequest, HelloReply>().WithFailure(StatusCode.NotFound, "gone").WithTrailingMetadata(new EndInfo(0));
        Assert.Equal("nobody (0 rows)", await new Reception(new Greeter.Greeter.GreeterClient(call.CreateCallInvoker())).WelcomeAsync("Ada"));
    }

    [Fact]
    public void Page_shows_this_code()
    {
        string code = Joined(Repository.Read("tests/Unit/Testing/TestingPage.cs") + Repository.Read("tests/Unit/Testing/TestedCode.cs"));
        string[] blocks = [.. Repository.Read("docs/testing.md").Split("```csharp\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])
            .Where(block => !block.Contains("[GrpcMetadata", StringComparison.Ordinal)).Select(Joined)];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(block, code, StringComparison.Ordinal));
    }

    // The page's services lie in no namespace, and its classes are public; those of this project lie in a namespace that is called Greeter too.
    private static string Joined(string code)
    {
        IEnumerable<string> lines = code.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !Using().IsMatch(line));
        return string.Join('\n', lines).Replace("Greeter.Greeter.", "Greeter.", StringComparison.Ordinal).Replace("public sealed class", "internal sealed class", StringComparison.Ordinal);
    }

    [GeneratedRegex("^using [A-Z][A-Za-z.]*;$")]
    private static partial Regex Using();
}
