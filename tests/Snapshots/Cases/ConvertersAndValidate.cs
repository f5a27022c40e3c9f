using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

public sealed class DayNumber : ITextMetadataConverter<DayOfWeek>, IBinaryMetadataConverter<DayOfWeek>
{
    public string Format(DayOfWeek value) => $"{(int)value}";
    public bool TryParse(string text, out DayOfWeek value) => Enum.TryParse(text, out value);
    public ReadOnlyMemory<byte> Encode(DayOfWeek value) => new[] { (byte)value };
    public bool TryDecode(ReadOnlyMemory<byte> bytes, out DayOfWeek value)
    {
        value = (DayOfWeek)bytes.Span[0];
        return true;
    }
}

[GrpcMetadata]
public sealed partial record ConvertersAndValidate(
    [MetadataConverter(typeof(DayNumber))] DayOfWeek Text,
    [property: MetadataConverter(typeof(DayNumber)), MetadataKey("binary-bin")] DayOfWeek? Binary,
    [MetadataConverter(typeof(DayNumber))] List<DayOfWeek> Several)
{
    private static partial void Validate(in ConvertersAndValidate value, ICollection<MetadataError> errors)
    {
        if (value.Several.Count == 0)
        {
            errors.Add(new MetadataError("several", MetadataErrorKind.Invalid, "'several' is empty."));
        }
    }
}
