using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>Whether a value can be spelled as its options say: TMD045.</summary>
internal static class SpellingRules
{
    private const string Separators = ",;|/:&+ ";
    private const string TokenCharacters = "!#$%&'*+-.^_`|~";

    internal static void Check(PropertyKey key, IPropertySymbol property, PropertyValueForm value, RecordContext context)
    {
        if (key.Options.Format is string format && value.Form.Format != format)
        {
            Report($"of type '{ValueTypes.Display(property.Type)}' does not support the format '{format}'", ValueFormats.Remedy(value.Type, value.Form));
        }

        if (key.Options.Separator is string separator && !IsSeparator(separator))
        {
            Report($"has the separator '{separator}', which may stand in an item", "use one of , ; | / : & + with or without a space after it, or a space");
        }

        if (key.Options.Scheme is string scheme && !IsToken(scheme))
        {
            Report($"has the scheme '{scheme}', which is not an HTTP token", "use letters, digits and '-'");
        }

        void Report(string problem, string remedy) => context.Report(RecordRuleDescriptors.BadSpelling, key.Location, property.Name, problem, remedy);
    }

    private static bool IsSeparator(string separator) =>
        separator.Length is 1 or 2 && Separators.IndexOf(separator[0]) >= 0 && (separator.Length == 1 || (separator[0] != ' ' && separator[1] == ' '));

    // RFC 9110, section 5.6.2.
    private static bool IsToken(string scheme) =>
        scheme.Length != 0 && scheme.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || TokenCharacters.IndexOf(c) >= 0);
}
