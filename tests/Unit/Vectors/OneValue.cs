namespace TypedMetadata.Unit.Vectors;

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneText(string Value);

public enum VectorLevel
{
    Low,
    High,
}

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneInt(int Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneDouble(double Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneBool(bool Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneGuid(Guid Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneTime(DateTimeOffset Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneDuration(TimeSpan Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneAddress(System.Net.IPAddress Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneVersion(Version Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record ManyTexts(string[] Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record OneLevel(VectorLevel Value);

[GrpcMetadata(MetadataDirections.All)]
public sealed partial record ManyBytes([MetadataKey("value-bin")] byte[][] Value);
