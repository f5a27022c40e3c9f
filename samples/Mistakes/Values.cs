using System.Collections.Generic;
using System.Text;
using TypedMetadata;

namespace Mistakes;

[GrpcMetadata]
public sealed partial record NoWireForm(object Anything); // TMD040

[GrpcMetadata]
public sealed partial record BadConverter([MetadataConverter(typeof(string))] object Anything); // TMD041

[GrpcMetadata]
public sealed partial record EncodedNumber([MetadataKey(PercentEncoded = true)] int Number); // TMD042

[GrpcMetadata]
public sealed partial record NoPrefix(IReadOnlyDictionary<string, string> Baggage); // TMD043

[GrpcMetadata]
public sealed partial record Jagged(int[][] Rows); // TMD044

[GrpcMetadata]
public sealed partial record BadFormat([MetadataKey(Format = "N")] System.Guid RequestId); // TMD045

[GrpcMetadata]
public sealed partial record Computed(string First)
{
    [MetadataKey]
    public string Initial => First[..1]; // TMD046
}

[GrpcMetadata]
public sealed partial record IdleOption([MetadataKey(MaxItems = 3)] string Name); // TMD047

[GrpcMetadata]
public sealed partial record NullableWithDefault(string? Locale = "en"); // TMD050

[GrpcMetadata]
public sealed partial record EmptyOrNull([MetadataKey(AllowEmpty = true)] string? Note); // TMD051

public enum Level
{
    Low,
    LOW,
}

[GrpcMetadata]
public sealed partial record SameEnumName(Level Level); // TMD052

[GrpcMetadata]
public sealed partial record BinaryList(byte[][] Blocks); // TMD053

[GrpcMetadata]
public sealed partial record PrintsItself([MetadataKey(Sensitive = true)] string Pin)
{
    private bool PrintMembers(StringBuilder builder) => builder.Append(Pin).Length != 0; // TMD054
}

[GrpcMetadata]
public sealed partial record TracedSecret([MetadataKey(Sensitive = true, Traced = true)] string Pin); // TMD055
