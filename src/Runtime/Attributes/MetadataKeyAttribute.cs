using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Specifies the key of a property or positional parameter of a metadata record, and options for its value.</summary>
/// <remarks>
/// A key that is not specified is derived from the property's name: <c>TenantId</c> becomes <c>tenant-id</c>, and bytes called <c>Payload</c> become <c>payload-bin</c>. A key
/// that ends in <c>-bin</c> carries bytes as base64 (PROTOCOL-HTTP2.md, Custom-Metadata). Any other key carries printable ASCII.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class MetadataKeyAttribute : Attribute
{
    /// <summary>Initializes a new instance that keeps the derived key and sets options only.</summary>
    public MetadataKeyAttribute()
    {
    }

    /// <summary>Initializes a new instance with a key.</summary>
    /// <param name="key">The key: lower-case letters, digits, <c>_</c>, <c>-</c> and <c>.</c>.</param>
    public MetadataKeyAttribute(string key) => Key = key;

    /// <summary>Gets the key, or null if it is derived.</summary>
    public string? Key { get; }

    /// <summary>
    /// Gets or sets a value that indicates whether the value is a secret. The record's <c>ToString</c> and debugger display show <c>***</c> in its place. A comma in
    /// the text is rejected, since a proxy may have joined an attacker's value to the real one. The default is false.
    /// </summary>
    public bool Sensitive { get; set; }

    /// <summary>Gets or sets a value that indicates whether the text of a sensitive property may contain a comma, as in <c>Digest username="a", realm="b"</c>. The default is false.</summary>
    public bool AllowComma { get; set; }

    /// <summary>Gets or sets how several different values are read. The default is <see cref="DuplicatePolicy.Reject"/>. Has no effect on lists.</summary>
    public DuplicatePolicy Duplicates { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether text of any script is written as UTF-8 with <c>%XX</c> for every byte outside 0x21 to 0x7E and for <c>%</c>, in lists
    /// for commas too. Applies to <c>string</c> and lists of it. The default is false.
    /// </summary>
    public bool PercentEncoded { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether an empty text or empty bytes may be written. An absent key then reads as the empty value, since some
    /// servers drop empty header fields. The default is false.
    /// </summary>
    public bool AllowEmpty { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the key of a protobuf message, a list or a dictionary must be present. The default is false: an absent
    /// key reads as the default message (as in proto3), or as a collection without items. Has no effect on other types (TMD047).
    /// </summary>
    public bool Required { get; set; }

    /// <summary>Gets or sets the format of the value, for peers that expect another than the usual one. The default is null: the usual one.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term><see cref="DateTimeOffset"/>, <see cref="DateTime"/></term><description><c>unix</c>, <c>unix-ms</c>: whole seconds or milliseconds since 1970. A fraction is read, and not written.</description></item>
    /// <item><term><see cref="TimeSpan"/></term><description><c>s</c>, <c>ms</c>: a number of seconds or milliseconds, with a fraction where there is one. <c>c</c>: .NET's constant format, <c>00:00:03.5000000</c>.</description></item>
    /// <item><term><see cref="bool"/></term><description><c>1/0</c>, <c>True/False</c>.</description></item>
    /// <item><term>an enum</term><description><c>lower</c>, <c>upper</c>, <c>snake</c>. A name of <c>[EnumMember]</c> stays as it is.</description></item>
    /// <item><term>bytes, a protobuf message</term><description><c>base64</c>: padded base64 on a key that does not end in <c>-bin</c>.</description></item>
    /// </list>
    /// On a list it is the format of the items.
    /// </remarks>
    public string? Format { get; set; }

    /// <summary>
    /// Gets or sets what joins the items of a text list, which are then one entry in every position: one of <c>, ; | / : &amp; +</c>, with or without a space after it, or a
    /// space. When the key is read, a comma separates items too, since a proxy may have joined two entries. The default is null: a client joins the items by commas, and a
    /// server sends one entry an item.
    /// </summary>
    public string? Separator { get; set; }

    /// <summary>
    /// Gets or sets the authentication scheme that stands before the value, such as <c>Bearer</c> (RFC 9110, section 11.4). It is read ignoring case, and another scheme is malformed.
    /// The value is then <see cref="Sensitive"/> unless that is set to false. Applies to one value on a text key. The default is null.
    /// </summary>
    public string? Scheme { get; set; }

    /// <summary>
    /// Gets or sets how a malformed value of a property that is not required is read. The default is <see cref="MalformedValuePolicy.Reject"/>. Duplicates and too many
    /// items are rejected all the same.
    /// </summary>
    public MalformedValuePolicy OnMalformed { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the key belongs to a library, and is read but never written: <c>user-agent</c>, <c>date</c>, <c>server</c>,
    /// <c>grpc-previous-rpc-attempts</c>, <c>grpc-status-details-bin</c>. The default is false.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether client and server record the key's values on the call's <see cref="System.Diagnostics.Activity"/>, as OpenTelemetry's semantic conventions for RPC name it:
    /// <c>rpc.request.metadata.&lt;key&gt;</c> or <c>rpc.response.metadata.&lt;key&gt;</c>, an array of strings. The default is false. Sensitive keys are never recorded (TMD055).
    /// </summary>
    /// <remarks>
    /// The server needs <c>AddTypedMetadata()</c>, the client a channel with <c>UseTypedMetadata()</c>. Nothing is recorded, and nothing allocated, when no listener records the activity. Values are recorded as they
    /// are on the wire.
    /// </remarks>
    public bool Traced { get; set; }

    /// <summary>Gets or sets the attribute's name, such as <c>tenant.id</c>, in place of the one that the semantic conventions give. It has no effect without <see cref="Traced"/>.</summary>
    public string? TraceAs { get; set; }

    /// <summary>Gets or sets former names of the key, which are read but never written. Different values under two names are a duplicate.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>
    /// Gets or sets the status that a server returns when this key of a request is missing or invalid. The default is <see cref="StatusCode.InvalidArgument"/>. If several keys
    /// are invalid, UNAUTHENTICATED comes first, then PERMISSION_DENIED. A response with one of these two names no key of another status.
    /// </summary>
    public StatusCode ErrorStatusCode { get; set; } = StatusCode.InvalidArgument;

    /// <summary>Gets or sets the maximum number of items of a list, read or written. The default is 256.</summary>
    public int MaxItems { get; set; } = KeyDescriptor.DefaultMaxItems;
}
