using System.Reflection;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>A record of another position does not compile, and the message says what to do.</summary>
public sealed class WrongPositionTests
{
    [Theory]
    [InlineData(typeof(TestServerCallContext), "WithRequestMetadata", "Request")]
    [InlineData(typeof(TestClientCall<,>), "WithInitialMetadata", "Initial")]
    [InlineData(typeof(TestClientCall<,>), "WithTrailingMetadata", "Trailing")]
    public void Record_of_another_position_is_rejected_with_its_remedy(Type type, string method, string position)
    {
        MethodInfo fallback = Assert.Single(type.GetMethods(), candidate => candidate.Name == method && candidate.GetParameters().Length == 2);
        ObsoleteAttribute rejection = fallback.GetCustomAttribute<ObsoleteAttribute>()!;
        Assert.True(rejection.IsError);
        Assert.Contains($"add MetadataPositions.{position} to its [GrpcMetadata]", rejection.Message, StringComparison.OrdinalIgnoreCase);
    }
}
