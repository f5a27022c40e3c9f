namespace TypedMetadata.Internal;

/// <summary>The sentences of every error. They name the key and what was expected, never what was there.</summary>
internal static class KeyErrors
{
    internal static MetadataError Missing(string key) =>
        new(key, MetadataErrorKind.Missing, $"'{key}' is missing.");

    internal static MetadataError Malformed(string key, string expected) =>
        new(key, MetadataErrorKind.Malformed, $"'{key}' is malformed: expected {expected}.");

    internal static MetadataError NotBase64(string key) =>
        new(key, MetadataErrorKind.Malformed, $"'{key}' is malformed: expected base64 (RFC 4648, section 4), with or without padding.");

    internal static MetadataError NotPrintable(string key) =>
        new(key, MetadataErrorKind.NotPrintableAscii, $"'{key}' has a line break or another character outside printable ASCII (0x20 to 0x7E): set PercentEncoded = true on a string, or use a key that ends in '-bin', which carries any text as UTF-8.");

    internal static MetadataError SpaceAtEitherEnd(string key) =>
        new(key, MetadataErrorKind.NotPrintableAscii, $"'{key}' has a space at either end, which is lost on the way: trim the value, or use a key that ends in '-bin'.");

    internal static MetadataError Duplicate(string key) =>
        new(key, MetadataErrorKind.Duplicate, $"'{key}' came with several different values: it holds one.");

    internal static MetadataError JoinedSecret(string key) =>
        new(key, MetadataErrorKind.Duplicate, $"'{key}' is sensitive and has a comma, which cannot be told from two joined values: set AllowComma if commas are part of it, or send it as bytes on a key that ends in '-bin'.");

    internal static MetadataError NullWritten(string key) =>
        new(key, MetadataErrorKind.Missing, $"'{key}' is null but required: give it a value, or make the property nullable.");

    internal static MetadataError EmptyWritten(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' is empty, and some servers drop empty fields: give it a value, or make the property nullable and leave it null.");

    internal static MetadataError NoItems(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' is required but has no items, so nothing would be sent: give it an item, or remove Required.");

    internal static MetadataError NoWireForm(string key, string why) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' has a value that cannot be written: {why}.");

    internal static MetadataError TooManyItems(string key, int most) =>
        new(key, MetadataErrorKind.TooLarge, $"'{key}' has more than {most} items: send fewer, or set MaxItems.");

    internal static MetadataError TooLarge(string subject, int most, string limit, IEnumerable<KeyValuePair<string, int>> sizes)
    {
        IEnumerable<string> largest = sizes.OrderByDescending(size => size.Value).Take(3).Select(size => $"'{size.Key}' {size.Value}");
        return new("", MetadataErrorKind.TooLarge, $"{subject} takes more than {most} bytes; the largest keys are {string.Join(", ", largest)}: send less, or raise {limit}.");
    }

    internal static MetadataError LeftOut(string key, string limit) =>
        new(key, MetadataErrorKind.TooLarge, $"'{key}' is the largest key of metadata that exceeds {limit}: send less, or raise {limit}.");

    internal static MetadataError SeparatorInItem(string key, char separator) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' has an item with {(separator == ',' ? "a comma" : separator == ' ' ? "a space" : $"'{separator}'")}, which would be read as two: send such items as bytes on a key that ends in '-bin'.");

    internal static MetadataError EmptyItem(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' has an empty item that would be lost: leave it out.");

    internal static MetadataError TooManyEntries(string prefix, int most) =>
        new(prefix, MetadataErrorKind.TooLarge, $"'{prefix}' has more than {most} keys: send fewer.");

    internal static MetadataError EmptyEntry(string key) =>
        new(key, MetadataErrorKind.Empty, $"'{key}' is empty, and some servers drop empty fields: leave the entry out.");

    internal static MetadataError BadName(string prefix) =>
        new(prefix, MetadataErrorKind.Invalid, $"'{prefix}' has an entry whose name makes no key of this kind: use 0-9, a-z, '_', '-' and '.', no '-bin' at the end, and no name that gRPC or HTTP reserves.");

    internal static MetadataError NotAKey(string prefix) =>
        new(prefix, MetadataErrorKind.Malformed, $"'{prefix}' came with a key that is none: expected 0-9, a-z, '_', '-' and '.' after it.");

    internal static MetadataError NullRecord(string key, string record) =>
        new(key, MetadataErrorKind.Missing, $"'{record}' with the key '{key}' is null but required: give it a value, or make the property nullable.");

    internal static MetadataError NotWellFormed(string name) =>
        new(name, MetadataErrorKind.Invalid, $"'{name}' is no metadata key: use one or more of letters, digits, '_', '-' and '.', and more than '-bin'.");

    internal static MetadataError Reserved(string key) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' belongs to gRPC or HTTP and cannot be written: choose another key.");

    internal static MetadataError Threw(string key, Exception exception) =>
        new(key, MetadataErrorKind.Invalid, $"'{key}' made its converter or parser throw {exception.GetType().Name}.");

    internal static MetadataError Rejected(string record, Exception exception) =>
        new("", MetadataErrorKind.Invalid, $"'{record}' rejected the values with {exception.GetType().Name}, from its constructor or Validate.");

    internal static MetadataError RejectedWrite(string record, Exception exception) =>
        new("", MetadataErrorKind.Invalid, $"'{record}' cannot be written: its Validate or one of its properties threw {exception.GetType().Name}.");
}
