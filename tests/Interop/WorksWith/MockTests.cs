using Grpc.Core;
using Moq;
using NSubstitute;

namespace TypedMetadata.Interop.WorksWith;

/// <summary>Contexts that a mocking library makes: they are read and written, or the message says what to use.</summary>
public sealed class MockTests
{
    private static readonly ServerCallContext[] _bare = [new Mock<ServerCallContext> { DefaultValue = DefaultValue.Empty }.Object, Substitute.For<ServerCallContext>(), new Mock<ServerCallContext>(MockBehavior.Loose).Object];

    public static TheoryData<int> Mocks => [.. Enumerable.Range(0, _bare.Length)];

    [Theory]
    [MemberData(nameof(Mocks))]
    public async Task Bare_mock_works_or_says_what_to_use(int index)
    {
        ServerCallContext context = _bare[index];
        foreach (Func<Task> use in new Func<Task>[]
        {
            () => Done(() => context.TryReadRequestMetadata(out Caller? _)),
            () => context.WriteInitialMetadataAsync(new Begin("node", [1])),
            () => Done(() => context.SetTrailingMetadata(new End(1))),
            () => Done(() => context.TrySetTrailingMetadata(new End(1), out _)),
            () => Done(() => context.GetDeadline()),
            () => Done(() => context.GetPeer()),
        })
        {
            Exception? exception = await Record.ExceptionAsync(use);
            Assert.True(exception is null || (exception is InvalidOperationException && exception.Message.Contains("TestServerCallContext", StringComparison.Ordinal)), exception?.ToString());
        }
    }

    [Fact]
    public void Mock_with_headers_is_read()
    {
        Mock<ServerCallContext> moq = new();
        Moq.Protected.ProtectedExtension.Protected(moq).SetupGet<Metadata>("RequestHeadersCore").Returns(new Metadata { { "tenant-id", "acme" }, { "token-bin", [1] } });
        Assert.Equal("acme", moq.Object.ReadRequestMetadata<Caller>().TenantId);
    }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
