using TypedMetadata.Generated;

namespace TypedMetadata.Codecs;

/// <summary>The codec of an enum that is known only at run time: <see cref="MetadataKey.Enum{T}"/>. Records have a generated one.</summary>
internal readonly struct RuntimeEnumText<T> : ITextCodec<T>
    where T : struct, Enum
{
    private static readonly string[] _names = Enum.GetNames<T>();

    public static string Expected => EnumText.Expected;

    public static string? Format(T value) => Enum.GetName(value);

    public static bool TryParse(string text, out T value)
    {
        foreach (string name in _names)
        {
            if (EnumText.Is(text, name))
            {
                value = Enum.Parse<T>(name);
                return true;
            }
        }

        value = default;
        return false;
    }
}
