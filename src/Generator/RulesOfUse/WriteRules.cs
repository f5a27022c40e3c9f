using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>What is put into a raw <c>Metadata</c>: TMD100 to TMD102, TMD105 and TMD106.</summary>
internal static class WriteRules
{
    internal static void Check(RawWrite write, Action<Diagnostic> report)
    {
        bool isOfWrongKind = write.Key.ConstantText() is string key && CheckKey(write, key, report);
        if (!write.IsBytes && !isOfWrongKind && write.Value.ConstantText() is string text)
        {
            CheckText(write, text, report);
        }
    }

    // A key that has to be replaced is not blamed for its spelling too.
    private static bool CheckKey(RawWrite write, string key, Action<Diagnostic> report)
    {
        bool isLegal = RawKey.IsLegal(key);
        bool isOfWrongKind = key.Length != 0 && RawKey.IsBinary(key) != write.IsBytes;
        string lower = key.ToLowerInvariant();
        string? owner = isLegal && !isOfWrongKind && !(write.IsResponse && ReservedKeys.IsOfAddress(lower)) ? RawKey.Owner(lower) : null;
        Location location = write.Key.Syntax.GetLocation();
        if (!isLegal)
        {
            report(Diagnostic.Create(UsageRuleDescriptors.MalformedKey, location, RecordDiagnostic.Printable(key), WhyMalformed(key)));
        }

        if (isOfWrongKind)
        {
            report(Diagnostic.Create(UsageRuleDescriptors.WrongKind, location, key, write.IsBytes ? "does not end in '-bin', but is given bytes" : "ends in '-bin', but is given text", write.IsBytes ? "add '-bin', or give it text" : "remove '-bin', or give it bytes"));
        }

        if (owner is not null)
        {
            report(Diagnostic.Create(UsageRuleDescriptors.ReservedKey, location, key, owner, "x-" + lower));
        }
        else if (isLegal && KeyGrammar.HasUpperCase(key))
        {
            report(Diagnostic.Create(UsageRuleDescriptors.UpperCaseKey, location, key, lower));
        }

        return isOfWrongKind;
    }

    private static string WhyMalformed(string key) =>
        key.Length == 0
            ? "is empty, so a client loses it and a server throws"
            : $"has the character {Named(key.First(c => !RawKey.IsLegal(c.ToString())))}, so it throws at run time";

    private static void CheckText(RawWrite write, string text, Action<Diagnostic> report)
    {
        char[] bad = text.Where(c => c is < ' ' or > '~').ToArray();
        if (bad.Length == 0)
        {
            return;
        }

        bool closesConnection = bad.Any(IsFatal);
        char shown = closesConnection ? bad.First(IsFatal) : bad[0];
        string effect = closesConnection ? "closes the connection, with every call on it" : shown > '~' + 1 ? "fails the call" : "is no text that gRPC allows";
        string key = write.Key.ConstantText() ?? write.Key.Syntax.ToString();
        report(Diagnostic.Create(UsageRuleDescriptors.UnsendableText, write.Value.Syntax.GetLocation(), key, Named(shown), effect));
    }

    private static bool IsFatal(char c) => c is '\r' or '\n' or '\0';

    private static string Named(char c) => c is > ' ' and <= '~' ? $"'{c}'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
