using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>What a raw <c>Metadata</c> is asked for: TMD103, TMD104 and TMD107.</summary>
internal static class ReadRules
{
    internal static void Check(RawRead read, UsageSymbols known, Action<Diagnostic> report)
    {
        if (!RawKey.IsLegal(read.Name))
        {
            return;
        }

        bool isBinary = RawKey.IsBinary(read.Name);
        if (read.Method == "GetValue" && isBinary)
        {
            report(Diagnostic.Create(UsageRuleDescriptors.TextOfBinary, read.MethodLocation, read.Name));
        }

        if (read.Method == "GetValueBytes" && !isBinary)
        {
            report(Diagnostic.Create(UsageRuleDescriptors.BytesOfText, read.MethodLocation, read.Name));
        }

        if (isBinary && read.Receiver.IsServerProperty("RequestHeaders", known))
        {
            report(Diagnostic.Create(UsageRuleDescriptors.BinaryRequestHeader, read.Key.Syntax.GetLocation(), read.Name));
        }
    }
}
