using System;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record Sensitive(string User, [property: MetadataKey("x-password", Sensitive = true)] string Password)
{
    public int Shown;

    [MetadataKey(Sensitive = true)]
    public ReadOnlyMemory<byte> Token { get; init; } = new byte[] { 1 };

    [MetadataIgnore]
    public string Local { get; init; } = "";

    public static string Shared => "";
}

[GrpcMetadata]
public readonly partial record struct SensitiveStruct([MetadataKey("authorization", Sensitive = true)] string Authorization);

[GrpcMetadata]
public sealed partial record PrintsItself([MetadataKey(Sensitive = true)] string Secret)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("nothing");
        return true;
    }
}
