using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.RulesOfRecords;

/// <summary>Every rule of records. Structural ones cannot be configured, since no code can be generated for a record that breaks one.</summary>
internal static class RecordRuleDescriptors
{
    private const string Category = "TypedMetadata";

    private static readonly string _home = typeof(RecordRuleDescriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryUrl").Value;

    // The record

    public static readonly DiagnosticDescriptor NotPartial = Structural(
        "TMD001",
        "Metadata record is not partial",
        "'{0}' is not partial, so no code can be added to the metadata record '{1}': add 'partial' to its declaration",
        "The generator adds another part to the record, which C# allows only when the record and every type around it are partial.");

    public static readonly DiagnosticDescriptor NotARecord = Structural(
        "TMD002",
        "[GrpcMetadata] on something that is not a record",
        "'{0}' is not a record: declare it as a 'partial record' or 'partial record struct'",
        "Metadata is read into a value that is constructed once and compared by its content, which is what records are.");

    public static readonly DiagnosticDescriptor Generic = Structural(
        "TMD003",
        "Metadata record is generic",
        "The metadata record '{0}' is generic or nested in a generic type: declare a record for each use, outside generic types",
        "The keys of a record and the types of its values are fixed when it is compiled.");

    public static readonly DiagnosticDescriptor NoKeys = Structural(
        "TMD004",
        "Metadata record has no keys",
        "The metadata record '{0}' has no keys: add a positional parameter, or a property with a getter and a setter or init",
        "Public and internal instance properties that can be set count, and positional ones; private ones only with [MetadataKey].");

    public static readonly DiagnosticDescriptor FileLocal = Structural(
        "TMD005",
        "Metadata record is file-local",
        "'{0}' is file-local, so no other file can add code to the metadata record '{1}': remove 'file'",
        "Generated code is another file, and a file-local type has no parts in other files.");

    public static readonly DiagnosticDescriptor IgnoredWithoutDefault = Structural(
        "TMD006",
        "Parameter without a key has no default value",
        "The positional parameter '{0}' has neither a key nor a default value, so '{1}' cannot be constructed: let its property have a key, or add a default value and move the parameter behind those without one",
        "When the record is read, a parameter gets its value from a key or from its default value.");

    public static readonly DiagnosticDescriptor NameTaken = Structural(
        "TMD007",
        "Name of a generated member is taken",
        "The metadata record '{0}' {1}: {2}",
        "The generator writes the nested class Keys, the method ToMetadata and the conversion to Metadata.");

    public static readonly DiagnosticDescriptor Circle = Structural(
        "TMD008",
        "Metadata records contain each other",
        "'{0}' of type '{1}' contains '{2}' again, so the record would have infinitely many keys: send the inner one as a protobuf message, or mark the property with [MetadataIgnore]",
        "The keys of a nested record are keys of the outer record too.");

    public static readonly DiagnosticDescriptor BadBase = Structural(
        "TMD009",
        "Metadata record cannot have this base record",
        "The metadata record '{0}' derives from '{1}', which {2}: {3}",
        "Inherited properties are read and written with the record, so the base must be part of the same compilation, and its properties must be settable.");

    public static readonly DiagnosticDescriptor NotSealed = Policy(
        "TMD010",
        DiagnosticSeverity.Warning,
        "Metadata record is not sealed",
        "The metadata record '{0}' is not sealed, so the properties of a derived record would not be written: add 'sealed'",
        "A record is read as exactly the type that is asked for, and written as the type that the call names.");

    public static readonly DiagnosticDescriptor InitializersNotRun = Structural(
        "TMD011",
        "Initializers of a record struct would not run",
        "The record struct '{0}' has initializers but neither a primary nor a parameterless constructor, so they would not run: add a parameter list or a parameterless constructor",
        "A struct without a primary or parameterless constructor of its own is made of zeros.");

    public static readonly DiagnosticDescriptor NoConstructor = Structural(
        "TMD012",
        "Metadata record has no usable constructor",
        "The metadata record '{0}' cannot be constructed: {1}",
        "The generator uses the primary constructor, else the parameterless one.");

    public static readonly DiagnosticDescriptor LacksPosition = Structural(
        "TMD013",
        "Nested record lacks a position",
        "'{0}' of type '{1}' is not {2} metadata, but '{3}' is: add the position to its [GrpcMetadata]",
        "A nested record is sent in every position of the outer record.");

    // Keys

    public static readonly DiagnosticDescriptor IdleValidate = Policy(
        "TMD014",
        DiagnosticSeverity.Warning,
        "Validate is never called",
        "'{0}' is never called, since {1}: declare it as 'static partial void Validate(in {2} value, ICollection<MetadataError> errors)', or rename it",
        "The generator calls a Validate of exactly this signature when the record is read and when it is written.");

    public static readonly DiagnosticDescriptor FieldIsNoKey = Policy(
        "TMD015",
        DiagnosticSeverity.Info,
        "Public field of a metadata record is not a key",
        "The field '{0}' is neither written nor read: make it a property, or do not make it public",
        "Only properties are keys. Equality compares fields too, so a record that was read may differ from the one that was sent.");

    public static readonly DiagnosticDescriptor NotSeen = Rule(
        "TMD016",
        DiagnosticSeverity.Error,
        "Generated part of a metadata record is missing or incomplete",
        "No complete code was generated for the metadata record '{0}', since {1}: {2}",
        "A source generator sees the project's own files and other assemblies, but not what another generator or Razor adds to the project.",
        WellKnownDiagnosticTags.NotConfigurable,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HidesKeys = Policy(
        "TMD017",
        DiagnosticSeverity.Warning,
        "Class Keys is hidden by the generated one",
        "'{0}' refers to the record's generated class here, which hides '{1}': write '{2}', or '{3}' if the generated class is meant",
        "The generator writes a nested class Keys into a record. Inside the record its name comes before that of a class in a namespace or around the record.");

    public static readonly DiagnosticDescriptor MalformedKey = Structural(
        "TMD020",
        "Metadata key is not well formed",
        "The key '{0}' of '{1}' {2}: {3}",
        "PROTOCOL-HTTP2.md, Header-Name. Anything else throws at run time, or closes the connection.");

    public static readonly DiagnosticDescriptor UpperCaseKey = Policy(
        "TMD021",
        DiagnosticSeverity.Error,
        "Metadata key has upper-case letters",
        "The key '{0}' of '{1}' has upper-case letters and is sent as '{2}': {3}",
        "HTTP/2 field names are lower-case (RFC 9113, section 8.2.1); a receiver compares with the lower-case name.");

    public static readonly DiagnosticDescriptor BinaryWithoutSuffix = Structural(
        "TMD022",
        "Binary value on a key without -bin",
        "'{0}' carries bytes, but its key '{1}' does not end in '-bin': write '{1}-bin'",
        "gRPC knows by the suffix alone that a value is base64 (PROTOCOL-HTTP2.md, Custom-Metadata).");

    public static readonly DiagnosticDescriptor TextWithSuffix = Structural(
        "TMD023",
        "Text value on a key with -bin",
        "'{0}' of type '{1}' is sent as text, but its key '{2}' ends in '-bin', which carries base64: {3}",
        "gRPC decodes every value of such a key (PROTOCOL-HTTP2.md, Custom-Metadata). Text and UUIDs have a binary form when the key is written out.");

    public static readonly DiagnosticDescriptor GrpcKey = Policy(
        "TMD024",
        DiagnosticSeverity.Error,
        "Metadata key is reserved by gRPC",
        "The key '{0}' of '{1}' is reserved by gRPC: {2}",
        "PROTOCOL-HTTP2.md reserves every key that starts with 'grpc-'. Some change how the call is read: grpc-status in initial metadata forges a failed call.");

    public static readonly DiagnosticDescriptor HttpKey = Policy(
        "TMD025",
        DiagnosticSeverity.Error,
        "Metadata key belongs to HTTP",
        "The key '{0}' of '{1}' belongs to HTTP, so the value would be dropped or replaced, or break the call: {2}",
        "grpc-dotnet, Kestrel and HTTP/2 itself set or interpret these fields.");

    public static readonly DiagnosticDescriptor ContentHeader = Policy(
        "TMD026",
        DiagnosticSeverity.Error,
        "Metadata key is one of .NET's content headers",
        "The key '{0}' of '{1}' would be lost from {2} metadata, because .NET treats it as a content header: {3}",
        "HttpResponseMessage.Headers and HttpRequestMessage.Headers do not hold content headers, and Grpc.Net.Client looks nowhere else.");

    public static readonly DiagnosticDescriptor SameKey = Structural(
        "TMD027",
        "Two properties have the same metadata key",
        "'{0}' has the key '{1}', which '{2}' already has: {3}",
        "Each key belongs to exactly one property.");

    public static readonly DiagnosticDescriptor BadPrefix = Structural(
        "TMD028",
        "Prefix of metadata keys is invalid",
        "'{0}' has the prefix '{1}', which {2}: {3}",
        "A key belongs to one property. A prefix has at least three characters and ends in '-', so that it matches whole words only.");

    public static readonly DiagnosticDescriptor CredentialNotSensitive = Policy(
        "TMD029",
        DiagnosticSeverity.Warning,
        "Metadata key carries a credential but is not sensitive",
        "The key '{0}' of '{1}' carries a credential, but its value would be printed: set Sensitive = true",
        "Sensitive values print as ***.");

    public static readonly DiagnosticDescriptor TraceKey = Policy(
        "TMD031",
        DiagnosticSeverity.Warning,
        "Metadata key belongs to tracing",
        "The key '{0}' of '{1}' is written by Activity, and another value would break the trace: read it from Activity.Current, or choose another key",
        "W3C Trace Context and Baggage. HttpClient writes these fields from the current Activity when there is none yet.");

    public static readonly DiagnosticDescriptor DroppedByNginx = Policy(
        "TMD032",
        DiagnosticSeverity.Info,
        "Metadata key is dropped by proxies",
        "The key '{0}' of '{1}' has '_' or '.', and nginx drops such header fields by default: write '-'",
        "nginx ignores header fields with characters other than letters, digits and '-' (ignore_invalid_headers, underscores_in_headers).");

    public static readonly DiagnosticDescriptor UnknownConstant = Structural(
        "TMD033",
        "Constant is unknown while code is generated",
        "'{0}' has the constant '{1}', which is unknown while code is generated: declare it in a file of your own or in another assembly, not by another source generator",
        "Source generators do not see each other's output. A constant without a value would count as not given.");

    // Value types

    public static readonly DiagnosticDescriptor NoWireForm = Structural(
        "TMD040",
        "Type is not supported",
        "'{0}' of type '{1}' is not supported{2}: {3}",
        "Each supported type has one canonical representation that other languages can read.");

    public static readonly DiagnosticDescriptor BadConverter = Structural(
        "TMD041",
        "Converter is invalid",
        "'{0}' names the converter '{1}', which {2}: {3}",
        "A converter of exactly the property's type, or of a list's items, is made once and used by every read and write.");

    public static readonly DiagnosticDescriptor PercentEncodedValue = Policy(
        "TMD042",
        DiagnosticSeverity.Error,
        "PercentEncoded on something that is not text",
        "'{0}' cannot be percent-encoded, since {1}: remove PercentEncoded",
        "Percent-encoding is how text of any script travels on a text key; a -bin key carries it as UTF-8.");

    public static readonly DiagnosticDescriptor BadMap = Structural(
        "TMD043",
        "[MetadataPrefix] and dictionary do not match",
        "'{0}' is {1}: {2}",
        "An IReadOnlyDictionary<string, T> with [MetadataPrefix] holds every key that starts with the prefix.");

    public static readonly DiagnosticDescriptor BadItems = Structural(
        "TMD044",
        "List of lists or of nullable items",
        "'{0}' is a list with {1}, which cannot be sent: {2}",
        "Each item of a list is one value of the key. A value can be neither a list nor null.");

    public static readonly DiagnosticDescriptor BadSpelling = Policy(
        "TMD045",
        DiagnosticSeverity.Error,
        "Format, separator or scheme is invalid",
        "'{0}' {1}: {2}",
        "Each type has a default format, and some support others. A written value must be read back as the same value.");

    public static readonly DiagnosticDescriptor MisplacedKey = Structural(
        "TMD046",
        "[MetadataKey] on something that is not a metadata property",
        "'{0}' is {1}: {2}",
        "A metadata record is read by setting its properties when it is constructed.");

    public static readonly DiagnosticDescriptor IdleOption = Policy(
        "TMD047",
        DiagnosticSeverity.Warning,
        "Option has no effect",
        "{1} has no effect on '{0}', because {2}: remove it",
        "The option is ignored.");

    public static readonly DiagnosticDescriptor NullableWithDefault = Policy(
        "TMD050",
        DiagnosticSeverity.Warning,
        "Nullable property with a default that is not null",
        "'{0}' is nullable, but an absent key reads as {1}, so null is not read back as null: make it not nullable, or remove the default",
        "Null is not sent, and an absent key reads as the default.");

    public static readonly DiagnosticDescriptor EmptyOrNull = Policy(
        "TMD051",
        DiagnosticSeverity.Error,
        "AllowEmpty on a nullable property",
        "'{0}' can be null or empty, which cannot be distinguished: make it not nullable, or remove AllowEmpty",
        "Some servers drop empty fields, so with AllowEmpty an absent key reads as the empty value.");

    public static readonly DiagnosticDescriptor SameEnumName = Policy(
        "TMD052",
        DiagnosticSeverity.Error,
        "Two members of an enum have the same name on the wire",
        "'{0}' carries the enum '{1}', whose members '{2}' and '{3}' have wire names that differ at most in case: give one of them another name with [EnumMember]",
        "Names of enums are read ignoring case, so the second of two such members would never be read.");

    public static readonly DiagnosticDescriptor BinaryListInRequest = Policy(
        "TMD053",
        DiagnosticSeverity.Warning,
        "Binary list in request metadata",
        "'{0}' is a list on the key '{1}' of a request, which servers of grpc-go, grpcio and grpclib do not split: wrap the items in one protobuf message, or suppress this warning if no such server reads it",
        "A client sends the items of a key in one field, joined by commas. PROTOCOL-HTTP2.md demands that receivers split them; grpc-go fails the call, grpcio and grpclib fail it, read one value or never answer.");

    public static readonly DiagnosticDescriptor PrintsItself = Policy(
        "TMD054",
        DiagnosticSeverity.Warning,
        "Record with a secret prints itself",
        "The metadata record '{0}' has sensitive properties and its own '{1}', so they are not redacted: make sure that it prints no secret, or remove it",
        "The generator writes a PrintMembers that redacts sensitive properties, unless the record has one.");

    public static readonly DiagnosticDescriptor TracedSecret = Policy(
        "TMD055",
        DiagnosticSeverity.Error,
        "Sensitive key is traced",
        "The key '{0}' of '{1}' is sensitive or carries a credential, so it is not recorded in traces: remove Traced",
        "Attributes of a trace are stored and shown by other systems. Sensitive values are never recorded.");

    internal static DiagnosticDescriptor Structural(string id, string title, string message, string description) =>
        Rule(id, DiagnosticSeverity.Error, title, message, description, WellKnownDiagnosticTags.NotConfigurable);

    internal static DiagnosticDescriptor Policy(string id, DiagnosticSeverity severity, string title, string message, string description) =>
        Rule(id, severity, title, message, description);

    /// <summary>A policy rule that is only known once the whole compilation has been looked at.</summary>
    internal static DiagnosticDescriptor OfCompilation(string id, DiagnosticSeverity severity, string title, string message, string description) =>
        Rule(id, severity, title, message, description, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message, string description, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, $"{description} The package TypedMetadata has the page docs/rules/{id}.md.", $"{_home}/blob/main/docs/rules/{id}.md", tags);
}
