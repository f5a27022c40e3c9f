using System.Globalization;
using System.Text;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// The key of a property's name, letter for letter as <c>JsonNamingPolicy.KebabCaseLower</c> makes it, which a generator cannot refer to.
/// </summary>
internal static class KebabCase
{
    private enum Before
    {
        Separator,
        Upper,
        LowerOrDigit,
        Space,
    }

    internal static string Of(string name)
    {
        StringBuilder key = new(name.Length + 4);
        Before before = Before.Separator;
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.UppercaseLetter:
                    bool startsWord = before is Before.LowerOrDigit or Before.Space
                        || (before is Before.Upper && i + 1 < name.Length && char.IsLower(name[i + 1]));
                    key.Append(startsWord ? "-" : "").Append(char.ToLowerInvariant(c));
                    before = Before.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    key.Append(before is Before.Space ? "-" : "").Append(c);
                    before = Before.LowerOrDigit;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    before = before is Before.Separator ? before : Before.Space;
                    break;
                default:
                    key.Append(c);
                    before = Before.Separator;
                    break;
            }
        }

        return key.ToString();
    }
}
