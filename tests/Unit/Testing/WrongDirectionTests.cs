using System.Reflection;
using TypedMetadata.Testing;

namespace TypedMetadata.Unit.Testing;

/// <summary>A record of another direction does not compile, and the message says what to do.</summary>
public sealed class WrongDirectionTests
{
    [Theory]
    [InlineData(typeof(TestServerCallContext), "WithRequestMetadata", "Request")]
    [InlineData(typeof(TestCall<,>), "WithInitialMetadata", "Initial")]
    [InlineData(typeof(TestCall<,>), "WithTrailingMetadata", "Trailing")]
    public void It_is_refused_with_its_remedy(Type type, string method, string direction)
    {
        MethodInfo fallback = Assert.Single(type.GetMethods(), candidate => candidate.Name == method && candidate.GetParameters().Length == 2);
        ObsoleteAttribute refusal = fallback.GetCustomAttribute<ObsoleteAttribute>()!;
        Assert.True(refusal.IsError);
        Assert.Contains($"add MetadataDirections.{direction} to its [GrpcMetadata]", refusal.Message, StringComparison.Ordinal);
    }
}
