using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Represents the names of the members of an enum. They are written by their wire names, and read by their wire names or C# names, ignoring case.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumSpelling<T>
    where T : struct, Enum
{
    private const int Shown = 8;
    private readonly List<Member> _members = [];
    private readonly Dictionary<T, Member> _written = [];
    private T? _fallback;

    /// <summary>Gets a description of a valid name: the first names, and the number of further names.</summary>
    public string Expected
    {
        get
        {
            string[] names = [.. _members.Where(member => _written[member.Value] == member).Select(static member => member.WireName)];
            string shown = string.Join(", ", names.Take(Shown));
            return names.Length > Shown ? $"one of {shown} and {names.Length - Shown} more" : $"one of {shown}";
        }
    }

    /// <summary>Adds a member. If several members have the same value, the first preferred one is written.</summary>
    /// <param name="value">The member.</param>
    /// <param name="wireName">The name on the wire.</param>
    /// <param name="name">The name in C#, or null if it is the same.</param>
    /// <param name="isPreferred">False for a second name of a value.</param>
    public EnumSpelling<T> Add(T value, string wireName, string? name = null, bool isPreferred = true)
    {
        Member member = new(value, wireName, name ?? wireName, isPreferred);
        _members.Add(member);
        if (!_written.TryGetValue(value, out Member? first) || (isPreferred && !first.IsPreferred))
        {
            _written[value] = member;
        }

        return this;
    }

    /// <summary>Sets the member that unknown names are read as.</summary>
    /// <param name="fallback">The member that has <see cref="MetadataFallbackAttribute"/>.</param>
    public EnumSpelling<T> ReadUnknownAs(T fallback)
    {
        _fallback = fallback;
        return this;
    }

    /// <summary>Returns the wire name of a value, or null if no member has the value.</summary>
    public string? Format(T value) => _written.TryGetValue(value, out Member? member) ? member.WireName : null;

    /// <summary>Tries to parse a name. Unknown names and numbers result in the fallback member, or in false if there is none.</summary>
    public bool TryParse(string text, out T value)
    {
        // Wire names first: one member's may be another's own name. As it stands first: two may differ in case alone.
        Member? found = _members.Find(member => text == member.WireName)
            ?? _members.Find(member => text.Equals(member.WireName, StringComparison.OrdinalIgnoreCase))
            ?? _members.Find(member => text.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
        value = found is null ? _fallback.GetValueOrDefault() : found.Value;
        return found is not null || _fallback is not null;
    }

    private sealed record Member(T Value, string WireName, string Name, bool IsPreferred);
}
