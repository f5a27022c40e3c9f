using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Sets the key of a property or positional parameter of a metadata record, and how its value is treated.</summary>
/// <remarks>
/// Without a key it is derived from the property's name: <c>TenantId</c> is <c>tenant-id</c>, and bytes called <c>Payload</c> are <c>payload-bin</c>. A key that ends
/// in <c>-bin</c> carries bytes as base64 (PROTOCOL-HTTP2.md, Custom-Metadata); any other carries printable ASCII.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class MetadataKeyAttribute : Attribute
{
    /// <summary>Keeps the derived key, to set options only.</summary>
    public MetadataKeyAttribute()
    {
    }

    /// <summary>Sets the key.</summary>
    /// <param name="key">Lower-case letters, digits, <c>_</c>, <c>-</c> and <c>.</c>.</param>
    public MetadataKeyAttribute(string key) => Key = key;

    /// <summary>The key, or null for the derived one.</summary>
    public string? Key { get; }

    /// <summary>
    /// The value is a secret: the record's <c>ToString</c> and debugger display show <c>***</c>. On a text key a comma counts as
    /// two joined values, since a proxy may have joined an attacker's value to the real one, and is rejected.
    /// </summary>
    public bool Sensitive { get; set; }

    /// <summary>A comma in the text of a sensitive property is part of the value, as in <c>Digest username="a", realm="b"</c>.</summary>
    public bool AllowComma { get; set; }

    /// <summary>Which of several different values counts; by default none, and the read fails. Not for lists.</summary>
    public DuplicatePolicy Duplicates { get; set; }

    /// <summary>
    /// Text of any script on a text key: UTF-8, then <c>%XX</c> for every byte outside 0x21 to 0x7E and for <c>%</c>, in lists for commas
    /// too. For <c>string</c> and lists of it.
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

    /// <summary><c>"c"</c> on a <see cref="TimeSpan"/>: .NET's constant format, <c>00:00:03.5000000</c>, in place of <c>3.5s</c>.</summary>
    public string? Format { get; set; }

    /// <summary>
    /// The key belongs to a library and is read, never written: <c>user-agent</c>, <c>date</c>, <c>server</c>,
    /// <c>grpc-previous-rpc-attempts</c>, <c>grpc-status-details-bin</c>.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>Former names of the key, read as well and never written. Different values under two names are a duplicate.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>
    /// Gets or sets the status that a server returns when this key of a request is missing or bad: <see cref="StatusCode.InvalidArgument"/> unless set. Of several keys UNAUTHENTICATED goes
    /// first, then PERMISSION_DENIED; these two name no key of another status.
    /// </summary>
    public StatusCode ErrorStatusCode { get; set; } = StatusCode.InvalidArgument;

    /// <summary>How many items a list may hold, read or written: 256 unless set.</summary>
    public int MaxItems { get; set; } = KeyDescriptor.DefaultMaxItems;
}
