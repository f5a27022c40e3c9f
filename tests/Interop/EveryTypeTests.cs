using CsCheck;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Interop;

/// <summary>Every type in all three positions of real calls.</summary>
public sealed class EveryTypeTests
{
    [Fact]
    public async Task Every_type_sent_comes_back_equal()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            Everything received = context.ReadRequestMetadata<Everything>();
            await context.WriteInitialMetadataAsync(received);
            context.SetTrailingMetadata(received);
        });

        await Gen.Select(Values.Whole, Gen.Enum<CallKind>()).SampleAsync(
            async (sent, kind) =>
            {
                using RunningCall call = RunningCall.Start(kind, server.Client, sent);
                Assert.Equal(sent, await call.Initial.ReadAsync<Everything>());
                await call.FinishAsync();
                Assert.Equal(sent, call.Trailing.Read<Everything>());
            },
            iter: Cases.OfCalls);
    }
}
