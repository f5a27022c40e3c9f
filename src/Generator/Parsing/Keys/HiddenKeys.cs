using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// The keys of properties that are not public. Another assembly does not see them, so the generated attribute of the record names them, each with its kind: <c>Derived:tenant-id</c>. A
/// record that holds this one there must not take the same key.
/// </summary>
internal static class HiddenKeys
{
    private const char Separator = ':';

    /// <summary>What the attribute says of a record.</summary>
    internal static EquatableArray<string> Of(List<RecordProperty> properties, List<OwnedKey> keys)
    {
        HashSet<string> hidden = [.. properties.Where(property => property.Property.DeclaredAccessibility != Accessibility.Public).Select(property => property.Property.Name)];
        return new(keys.Where(key => hidden.Contains(key.Owner.Split('.')[0])).Select(key => $"{key.Kind}{Separator}{key.Name}").ToImmutableArray());
    }

    /// <summary>What the attribute says of a record of another assembly, without the keys that are seen here.</summary>
    internal static IEnumerable<OwnedKey> In(INamedTypeSymbol record, List<OwnedKey> seen)
    {
        AttributeData? attribute = record.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass is { BaseType.Name: "MetadataRecordAttribute" });
        TypedConstant names = attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == nameof(HiddenKeys)).Value ?? default;
        foreach (string text in names.Kind == TypedConstantKind.Array ? names.Values.Select(value => value.Value).OfType<string>() : [])
        {
            string[] parts = text.Split(Separator);
            if (parts.Length == 2 && Enum.TryParse(parts[0], out OwnedKeyKind kind) && !seen.Exists(key => key.Name == parts[1]))
            {
                yield return new OwnedKey(parts[1], kind, "(not public)", Location.None);
            }
        }
    }
}
