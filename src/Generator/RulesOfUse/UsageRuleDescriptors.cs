using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Every rule of use. The analyzer is silent unless the project's <c>TypedMetadataUsageRules</c> is true.</summary>
internal static class UsageRuleDescriptors
{
    public static readonly DiagnosticDescriptor WrongKind = RecordRuleDescriptors.Policy(
        "TMD100",
        DiagnosticSeverity.Error,
        "Value does not match its metadata key",
        "The key '{0}' {1}, which always throws: {2}",
        "Metadata.Entry checks that bytes, and bytes alone, are on keys with the suffix -bin, and throws an ArgumentException otherwise.");

    public static readonly DiagnosticDescriptor MalformedKey = RecordRuleDescriptors.Policy(
        "TMD101",
        DiagnosticSeverity.Warning,
        "Metadata key is invalid",
        "The key '{0}' {1}: use one or more of letters, digits, '_', '-' and '.'",
        "PROTOCOL-HTTP2.md, Header-Name. Metadata.Entry throws an ArgumentException for any other character.");

    public static readonly DiagnosticDescriptor ReservedKey = RecordRuleDescriptors.Policy(
        "TMD102",
        DiagnosticSeverity.Warning,
        "Metadata key is reserved",
        "The key '{0}' belongs to {1}, so the value is lost or changed, or breaks the call: choose another, such as '{2}'",
        "Metadata takes any name. The libraries below it drop some, overwrite others, and let a few forge a status.");

    public static readonly DiagnosticDescriptor TextOfBinary = RecordRuleDescriptors.Policy(
        "TMD103",
        DiagnosticSeverity.Error,
        "GetValue of a binary key",
        "The key '{0}' carries bytes, and GetValue throws if it is present: call GetValueBytes",
        "The text of an entry with bytes is an InvalidOperationException; only an absent key gives null.");

    public static readonly DiagnosticDescriptor BytesOfText = RecordRuleDescriptors.Policy(
        "TMD104",
        DiagnosticSeverity.Warning,
        "GetValueBytes of a text key",
        "The key '{0}' carries text, and GetValueBytes returns its characters as ASCII, not decoded base64: call GetValue",
        "The bytes of an entry with text are its characters in ASCII, not base64 decoded.");

    public static readonly DiagnosticDescriptor UnsendableText = RecordRuleDescriptors.Policy(
        "TMD105",
        DiagnosticSeverity.Warning,
        "Text value is invalid",
        "The value of '{0}' has the character {1}, which {2}: use printable ASCII, percent-encode it, or send bytes on a key with '-bin'",
        "PROTOCOL-HTTP2.md, ASCII-Value: 0x20 to 0x7E. Metadata checks nothing; a server closes the whole connection of a client that sends CR, LF or NUL.");

    public static readonly DiagnosticDescriptor UpperCaseKey = RecordRuleDescriptors.Policy(
        "TMD106",
        DiagnosticSeverity.Info,
        "Raw metadata key has upper-case letters",
        "The key '{0}' has upper-case letters and is sent as '{1}': write '{1}'",
        "HTTP/2 field names are lower-case (RFC 9113, section 8.2.1). Metadata lower-cases a key when it is added.");

    public static readonly DiagnosticDescriptor BinaryRequestHeader = RecordRuleDescriptors.Policy(
        "TMD107",
        DiagnosticSeverity.Warning,
        "Binary key read from RequestHeaders",
        "The key '{0}' is read from RequestHeaders, which throws for every key when a client repeats a -bin value or sends a malformed one: read a metadata record with ReadRequestMetadata<T>",
        "RequestHeaders decodes every -bin value of the request at its first use, and splits none at commas. Any client can make it throw.");

    public static readonly DiagnosticDescriptor Printed = RecordRuleDescriptors.Policy(
        "TMD108",
        DiagnosticSeverity.Warning,
        "Metadata or a secret is printed",
        "'{0}' {1}: {2}",
        "A logger writes the entries of a Metadata one by one, and an entry prints its value, credentials included.");

    public static readonly DiagnosticDescriptor RawRecord = RecordRuleDescriptors.Policy(
        "TMD109",
        DiagnosticSeverity.Warning,
        "Metadata record is sent as raw metadata",
        "'{0}' {1}: {2}",
        "The typed methods take only records of their position, replace what was written before, and send bytes without padding.");

    public static readonly DiagnosticDescriptor WrongContract = RecordRuleDescriptors.Policy(
        "TMD110",
        DiagnosticSeverity.Error,
        "Contract attribute names a record of another position",
        "'{0}' {1}: {2}",
        "An attribute on a service says what its calls carry in one position. A record of another position can be neither sent nor returned there.");

    public static readonly DiagnosticDescriptor NewEntrySought = RecordRuleDescriptors.Policy(
        "TMD111",
        DiagnosticSeverity.Warning,
        "New metadata entry never matches",
        "'{0}' never finds an entry, since entries are compared by reference: {1}",
        "Metadata.Entry has no value equality. A check that looks for a new entry, such as that of a token, always fails.");

    public static readonly DiagnosticDescriptor UpperCaseComparison = RecordRuleDescriptors.Policy(
        "TMD112",
        DiagnosticSeverity.Warning,
        "Comparison with a metadata key is never true",
        "'{0}' has upper-case letters, but the key of an entry never has: write '{1}'",
        "Metadata lower-cases every key, and the comparison is ordinal.");

    public static readonly DiagnosticDescriptor UncheckedContract = RecordRuleDescriptors.OfCompilation(
        "TMD113",
        DiagnosticSeverity.Warning,
        "Contract of a service is not checked",
        "'{0}' names the metadata of its calls, but this project never calls AddTypedMetadata(), so nothing is checked: write services.AddGrpc().AddTypedMetadata()",
        "Attributes on a service have no effect by themselves. AddTypedMetadata() adds the check to each method; without it, a server with [RequestMetadata] does not start to serve requests.");

    public static readonly DiagnosticDescriptor MisplacedContract = RecordRuleDescriptors.Policy(
        "TMD114",
        DiagnosticSeverity.Warning,
        "Contract attribute has no effect",
        "'{0}' is {1}, so nothing looks at [{2}Metadata] there: {3}",
        "Only calls of a mapped service are checked. An attribute on another class, or on a method that is not an RPC of the service, is ignored.");
}
