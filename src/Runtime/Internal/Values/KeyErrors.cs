namespace TypedMetadata.Internal;

/// <summary>Creates the errors with their messages. A message names the key and the expected form, but never contains the value.</summary>
internal static class KeyErrors
{
    internal static MetadataError Missing(string key) =>
        new(key, MetadataErrorKind.Missing, $"'{key}' is missing.");

    internal static MetadataError Malformed(string key, string expected) =>
        new(key, MetadataErrorKind.Malformed, $"'{key}' is malformed: expected {expected}.");

    internal static MetadataError NotBase64(string key) =>
        new(key, MetadataErrorKind.Malformed, $"'{key}' is malformed: expected base64 (RFC 4648, section 4), with or without padding.");

    internal static MetadataError NotPrintable(string key) =>
        new(key, MetadataErrorKind.NotPrintableAscii, $"'{key}' contains a line break or another character outside printable ASCII (0x20 to 0x7E). Set PercentEncoded = true on a string, or use a '-bin' key, which carries any text as UTF-8.");

    internal static MetadataError SpaceAtEitherEnd(string key) =>
        new(key, MetadataErrorKind.NotPrintableAscii, $"'{key}' starts or ends with a space, which HTTP removes. Trim the value, or use a '-bin' key.");

    internal static MetadataError Duplicate(string key) =>
        new(key, MetadataErrorKind.Duplicate, $"'{key}' has several different values. Send one value.");

    internal static MetadataError JoinedSecret(string key) =>
        new(key, MetadataErrorKind.Duplicate, $"The value of sensitive key '{key}' contains a comma, so it may be two values that a proxy combined. If commas are valid, set AllowComma = true; otherwise use a '-bin' key.");

    internal static MetadataError NullWritten(string key) =>
        new(key, MetadataErrorKind.Missing, $"'{key}' is required but null. Set a value, or make the property nullable.");

    internal static MetadataError EmptyWritten(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' is empty, and some servers drop empty header fields. Set a value, or make the property nullable and leave it null.");

    internal static MetadataError NoItems(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' is required but has no items, so it would not be sent. Add an item, or remove Required.");

    internal static MetadataError NoWireForm(string key, string why) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' has a value that cannot be written: {why}.");

    internal static MetadataError TooManyItems(string key, int most) =>
        new(key, MetadataErrorKind.TooLarge, $"'{key}' has more than {most} items. Send fewer items, or raise MaxItems.");

    internal static MetadataError TooLarge(string subject, int most, string limit, IEnumerable<KeyValuePair<string, int>> sizes)
    {
        IEnumerable<string> largest = sizes.OrderByDescending(size => size.Value).Take(3).Select(size => $"'{size.Key}' {size.Value}");
        return new("", MetadataErrorKind.TooLarge, $"{subject} takes more than {most} bytes; the largest keys are {string.Join(", ", largest)}. Send less, or raise {limit}.");
    }

    internal static MetadataError LeftOut(string key, string limit) =>
        new(key, MetadataErrorKind.TooLarge, $"'{key}' is the largest key of metadata that exceeds {limit}. Send less, or raise {limit}.");

    internal static MetadataError SeparatorInItem(string key, char separator) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' has an item with {(separator == ',' ? "a comma" : separator == ' ' ? "a space" : $"'{separator}'")}, which would be read as two items. Send such items as bytes on a '-bin' key.");

    internal static MetadataError EmptyItem(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' has an empty item, which readers ignore. Remove the item.");

    internal static MetadataError TooManyEntries(string prefix, int most) =>
        new(prefix, MetadataErrorKind.TooLarge, $"'{prefix}' has more than {most} keys. Send fewer keys.");

    internal static MetadataError EmptyEntry(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' is empty, and some servers drop empty header fields. Remove the entry.");

    internal static MetadataError BadName(string prefix) =>
        new(prefix, MetadataErrorKind.Invalid, $"'{prefix}' has an entry with an invalid name. Use 0-9, a-z, '_', '-' and '.', without '-bin' at the end, and no name that gRPC or HTTP reserves.");

    internal static MetadataError NotAKey(string prefix) =>
        new(prefix, MetadataErrorKind.Malformed, $"'{prefix}' has an entry with an invalid key. After the prefix, use 0-9, a-z, '_', '-' and '.'.");

    internal static MetadataError NullRecord(string key, string record) =>
        new(key, MetadataErrorKind.Missing, $"'{record}' with the key '{key}' is required but null. Set a value, or make the property nullable.");

    internal static MetadataError NotWellFormed(string name) =>
        new(name, MetadataErrorKind.Invalid, $"'{name}' is not a valid metadata key. Use letters, digits, '_', '-' and '.', and at least one character before '-bin'.");

    internal static MetadataError Reserved(string key) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' is reserved by gRPC or HTTP and cannot be written. Choose another key.");

    internal static MetadataError Threw(string key, Exception exception) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' has a value for which its converter or parser threw {exception.GetType().Name}.");

    internal static MetadataError Rejected(string record, Exception exception) =>
        new("", MetadataErrorKind.Invalid, $"'{record}' rejected the values: its constructor or Validate threw {exception.GetType().Name}.");

    internal static MetadataError RejectedWrite(string record, Exception exception) =>
        new("", MetadataErrorKind.Invalid, $"'{record}' cannot be written: its Validate or one of its properties threw {exception.GetType().Name}.");
}
