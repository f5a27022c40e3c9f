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
    private static readonly Member[] _members = [.. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(Member.Of)];

    public static string Expected => EnumText.OneOf([.. _members.Select(member => member.WireName)]);

    public static string? Format(T value)
    {
        Member? second = null;
        foreach (Member member in _members)
        {
            if (EqualityComparer<T>.Default.Equals(member.Value, value))
            {
                if (member.IsPreferred)
                {
                    return member.WireName;
                }

                second ??= member;
            }
        }

        return second?.WireName;
    }

    public static bool TryParse(string text, out T value)
    {
        // Wire names first: one member's may be another's own name. As it stands first: two may differ in case alone.
        Member? found = Array.Find(_members, member => text == member.WireName)
            ?? Array.Find(_members, member => EnumText.Is(text, member.WireName))
            ?? Array.Find(_members, member => EnumText.Is(text, member.Name));
        value = found is null ? default : found.Value;
        return found is not null;
    }

    private sealed record Member(string WireName, string Name, T Value, bool IsPreferred)
    {
        internal static Member Of(FieldInfo field)
        {
            OriginalNameAttribute? original = field.GetCustomAttribute<OriginalNameAttribute>();
            string wireName = field.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? original?.Name ?? field.Name;
            return new Member(wireName, field.Name, (T)field.GetValue(null)!, original?.PreferredAlias != false);
        }
    }
}
