using Contracts;
using TypedMetadata;
using TypedMetadata.Testing;

namespace Kit;

// Generated here too, with nothing but the test kit's package.
[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record Ending(long Rows);

public static class Handlers
{
    public static async Task CheckAsync(Greeting.GreetingBase service)
    {
        TestServerCallContext context = new TestServerCallContext().WithRequestMetadata(new CallerInfo("kit", [1]));
        Words words = await service.Greet(new Name { Text = "Bob" }, context);
        Console.WriteLine($"without a server: {words.Text}, {context.TrailingMetadata.Read<Ending>().Rows} rows");
    }
}
