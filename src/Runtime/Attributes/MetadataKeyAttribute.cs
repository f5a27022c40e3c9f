using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Specifies the key of a property or positional parameter of a metadata record, and options for its value.</summary>
/// <remarks>
/// Without an explicit key, the key is derived from the name of the property: <c>TenantId</c> becomes <c>tenant-id</c>, and a <c>byte[] Payload</c> becomes <c>payload-bin</c>.
/// A key that ends in <c>-bin</c> carries bytes as base64 (PROTOCOL-HTTP2.md, Custom-Metadata). All other keys carry printable ASCII.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class MetadataKeyAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="MetadataKeyAttribute"/> class that keeps the derived key.</summary>
    public MetadataKeyAttribute()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MetadataKeyAttribute"/> class with an explicit key.</summary>
    /// <param name="key">The key. It consists of lower-case letters, digits, <c>_</c>, <c>-</c> and <c>.</c>.</param>
    public MetadataKeyAttribute(string key) => Key = key;

    /// <summary>Gets the explicit key, or null if the key is derived.</summary>
    public string? Key { get; }

    /// <summary>
    /// Gets or sets a value that indicates whether the value is a secret, which is redacted to <c>***</c> in <c>ToString</c> and in the debugger. The default is false.
    /// </summary>
    /// <remarks>It is never traced. A text value with a comma is rejected unless <see cref="AllowComma"/> is true, because a proxy may have combined an attacker's value with the real one.</remarks>
    public bool Sensitive { get; set; }

    /// <summary>Gets or sets a value that indicates whether a sensitive text value may contain a comma, as in <c>Digest username="a", realm="b"</c>. The default is false.</summary>
    public bool AllowComma { get; set; }

    /// <summary>Gets or sets the policy for several different values of the key. The default is <see cref="DuplicatePolicy.Reject"/>. It has no effect on lists.</summary>
    public DuplicatePolicy Duplicates { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether a <c>string</c>, or each item of a list of strings, is percent-encoded, so that it may contain any Unicode text. The
    /// default is false.
    /// </summary>
    /// <remarks>The text is encoded as UTF-8. <c>%</c>, every byte outside 0x21 to 0x7E and, in lists, commas are written as <c>%XX</c>.</remarks>
    public bool PercentEncoded { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether an empty text or empty bytes may be written. The default is false.
    /// </summary>
    /// <remarks>If it is true, an absent key is read as the empty value, because some servers drop empty header fields.</remarks>
    public bool AllowEmpty { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the key of a protobuf message, a list or a dictionary must be present. The default is false.
    /// </summary>
    /// <remarks>If it is false, an absent key is read as the default message, as in proto3, or as an empty collection. It has no effect on other types (TMD047).</remarks>
    public bool Required { get; set; }

    /// <summary>Gets or sets the format of the value, for peers that expect another format than the default. The default is null.</summary>
    /// <remarks>
    /// On a list, it is the format of the items.
    /// <list type="table">
    /// <item><term><see cref="DateTimeOffset"/>, <see cref="DateTime"/></term><description><c>unix</c>, <c>unix-ms</c>: seconds or milliseconds since 1970. A fraction is read but never written.</description></item>
    /// <item><term><see cref="TimeSpan"/></term><description><c>s</c>, <c>ms</c>: seconds or milliseconds, with an optional fraction. <c>c</c>: the constant format of .NET, <c>00:00:03.5000000</c>.</description></item>
    /// <item><term><see cref="bool"/></term><description><c>1/0</c>, <c>True/False</c>.</description></item>
    /// <item><term>enums</term><description><c>lower</c>, <c>upper</c>, <c>snake</c>. A name that <c>[EnumMember]</c> specifies is not changed.</description></item>
    /// <item><term>bytes, protobuf messages</term><description><c>base64</c>: padded base64 on a key that does not end in <c>-bin</c>.</description></item>
    /// </list>
    /// </remarks>
    public string? Format { get; set; }

    /// <summary>
    /// Gets or sets the separator that joins the items of a text list into one entry. The default is null: a client joins the items with commas, and a server sends one
    /// entry for each item.
    /// </summary>
    /// <remarks>
    /// A separator is one of <c>, ; | / : &amp; +</c>, with or without a space after it, or a single space. On reading, a comma also separates items, because a proxy may
    /// have combined two entries.
    /// </remarks>
    public string? Separator { get; set; }

    /// <summary>
    /// Gets or sets the authentication scheme that precedes the value on the wire, such as <c>Bearer</c> (RFC 9110, section 11.4). The default is null.
    /// </summary>
    /// <remarks>
    /// The property contains the value without the scheme. Reading ignores the case of the scheme and rejects other schemes. The key is sensitive unless you set
    /// <see cref="Sensitive"/> to false. The option applies to text keys with one value.
    /// </remarks>
    public string? Scheme { get; set; }

    /// <summary>
    /// Gets or sets the policy for a malformed value of an optional property. The default is <see cref="MalformedValuePolicy.Reject"/>.
    /// </summary>
    /// <remarks>Duplicates and lists with too many items are always rejected.</remarks>
    public MalformedValuePolicy OnMalformed { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the key is read but never written. The default is false.
    /// </summary>
    /// <remarks>
    /// Use it for keys that a library writes: <c>user-agent</c>, <c>date</c>, <c>server</c>, <c>grpc-previous-rpc-attempts</c> and <c>grpc-status-details-bin</c>.
    /// </remarks>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether the client and the server record the wire values of the key on the <see cref="System.Diagnostics.Activity"/> of the call. The
    /// default is false. Sensitive keys are never recorded (TMD055).
    /// </summary>
    /// <remarks>
    /// The attribute is an array of strings. Its name follows the OpenTelemetry semantic conventions for RPC: <c>rpc.request.metadata.&lt;key&gt;</c> or
    /// <c>rpc.response.metadata.&lt;key&gt;</c>. The server requires <c>AddTypedMetadata()</c>, and the client a channel with <c>UseTypedMetadata()</c>. If no listener records the
    /// activity, nothing is recorded or allocated.
    /// </remarks>
    public bool Traced { get; set; }

    /// <summary>Gets or sets the name of the activity's attribute, such as <c>tenant.id</c>. The default is null: the name follows the semantic conventions. It has no effect without <see cref="Traced"/>.</summary>
    public string? TraceAs { get; set; }

    /// <summary>Gets or sets former names of the key, which are read but never written. Different values under two names are duplicates.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>
    /// Gets or sets the status code that a server returns if this key of a request is missing or invalid. The default is <see cref="StatusCode.InvalidArgument"/>.
    /// </summary>
    /// <remarks>
    /// If keys with different status codes are invalid, UNAUTHENTICATED takes precedence, then PERMISSION_DENIED. A response with one of these two does not name keys with
    /// other status codes.
    /// </remarks>
    public StatusCode ErrorStatusCode { get; set; } = StatusCode.InvalidArgument;

    /// <summary>Gets or sets the maximum number of items of a list, on reading and on writing. The default is 256.</summary>
    public int MaxItems { get; set; } = KeyDescriptor.DefaultMaxItems;
}
