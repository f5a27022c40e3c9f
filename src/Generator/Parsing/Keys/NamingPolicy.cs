using System.Globalization;
using System.Text;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Names letter for letter as .NET's <c>JsonNamingPolicy</c> makes them, which a generator cannot refer to.</summary>
internal static class NamingPolicy
{
    private enum Before
    {
        Separator,
        Upper,
        LowerOrDigit,
        Space,
    }

    /// <summary>As <c>JsonNamingPolicy.KebabCaseLower</c>: <c>TenantId</c> becomes <c>tenant-id</c>.</summary>
    internal static string KebabCase(string name) => Lower(name, "-");

    /// <summary>As <c>JsonNamingPolicy.SnakeCaseLower</c>: <c>TenantId</c> becomes <c>tenant_id</c>.</summary>
    internal static string SnakeCase(string name) => Lower(name, "_");

    private static string Lower(string name, string separator)
    {
        StringBuilder words = new(name.Length + 4);
        Before before = Before.Separator;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.UppercaseLetter:
                    bool startsWord = before is Before.LowerOrDigit or Before.Space
                        || (before is Before.Upper && i + 1 < name.Length && char.IsLower(name[i + 1]));
                    words.Append(startsWord ? separator : "").Append(char.ToLowerInvariant(c));
                    before = Before.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    words.Append(before is Before.Space ? separator : "").Append(c);
                    before = Before.LowerOrDigit;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    before = before is Before.Separator ? before : Before.Space;
                    break;
                default:
                    words.Append(c);
                    before = Before.Separator;
                    break;
            }
        }

        return words.ToString();
    }
}
