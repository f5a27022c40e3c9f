using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Serialization;
using Google.Protobuf.Reflection;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The codec of an enum that is known only at run time: <see cref="MetadataKey.Enum{T}"/>. Records have a generated one.</summary>
internal readonly struct RuntimeEnumText<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : ITextCodec<T>
    where T : struct, Enum
{
    private static readonly EnumSpelling<T> _spelling = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Aggregate(new EnumSpelling<T>(), Add);

    public string Expected => _spelling.Expected;

    public CodecTraits Traits => CodecTraits.None;

    public string? Format(T value) => _spelling.Format(value);

    public bool TryParse(string text, out T value) => _spelling.TryParse(text, out value);

    private static EnumSpelling<T> Add(EnumSpelling<T> spelling, FieldInfo field)
    {
        OriginalNameAttribute? original = field.GetCustomAttribute<OriginalNameAttribute>();
        string wireName = field.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? original?.Name ?? field.Name;
        T value = (T)field.GetValue(null)!;
        spelling.Add(value, wireName, field.Name, original?.PreferredAlias != false);
        return field.IsDefined(typeof(MetadataFallbackAttribute), inherit: false) ? spelling.ReadUnknownAs(value) : spelling;
    }
}
