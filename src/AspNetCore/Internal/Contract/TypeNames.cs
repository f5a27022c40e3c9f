namespace TypedMetadata;

/// <summary>Returns the names of types in C# syntax: <c>string</c>, <c>System.Guid</c>, <c>Shop.Orders.Caller</c>.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    internal static string Of(Type type)
    {
        if (_keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        string name = type.Name;
        Type[] arguments = type.GetGenericArguments();
        if (arguments.Length != 0 && name.IndexOf('`', StringComparison.Ordinal) is > 0 and int tick)
        {
            name = $"{name[..tick]}<{string.Join(", ", arguments.Select(Of))}>";
        }

        return type.DeclaringType is Type outer ? $"{Of(outer)}.{name}" : type.Namespace is { Length: not 0 } space ? $"{space}.{name}" : name;
    }
}
