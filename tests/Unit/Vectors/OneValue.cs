namespace TypedMetadata.Unit.Vectors;

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneText(string Value);

public enum VectorLevel
{
    Low,
    High,
}

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneInt(int Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneDouble(double Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneBool(bool Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneGuid(Guid Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneTime(DateTimeOffset Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneDuration(TimeSpan Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneAddress(System.Net.IPAddress Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneVersion(Version Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record ManyTexts(string[] Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record OneLevel(VectorLevel Value);

[GrpcMetadata(MetadataPositions.All)]
public sealed partial record ManyBytes([MetadataKey("value-bin")] byte[][] Value);
