using System.Reflection;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Snapshots;

/// <summary>Models are compared between two runs and outlive a compilation, so they hold nothing of Roslyn's.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> ModelTypes => [.. Names];

    private static IEnumerable<string> Names => typeof(ParsedModel).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ParsedModel).Namespace && !type.IsNested)
        .Select(type => type.FullName!);

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void No_field_holds_a_Roslyn_type(string typeName)
    {
        Type type = typeof(ParsedModel).Assembly.GetType(typeName, throwOnError: true)!;
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.FlattenHierarchy))
        {
            foreach (Type part in Parts(field.FieldType))
            {
                Assert.False(part.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type.Name}.{field.Name} holds {part}");
            }
        }
    }

    [Fact]
    public void There_are_models() => Assert.Contains(typeof(RecordModel).FullName!, Names);

    private static IEnumerable<Type> Parts(Type type)
    {
        Type element = type.IsArray ? type.GetElementType()! : type;
        return element.GetGenericArguments().SelectMany(Parts).Prepend(element);
    }
}
