using System.Diagnostics;
using System.Reflection;

namespace TypedMetadata.Unit.Records;

/// <summary>A sensitive value shows as *** wherever the record prints itself.</summary>
public sealed class PrintingTests
{
    [Fact]
    public void Sensitive_property_prints_as_stars_and_the_others_as_C_sharp_prints_them()
    {
        Credentials credentials = new("ada", "hunter2") { Pin = 1234, Comment = null };
        Assert.Equal("Credentials { User = ada, Password = ***, Pin = ***, Comment = , Level = 3, Length = 7 }", credentials.ToString());
    }

    [Fact]
    public void Debugger_shows_the_same()
    {
        DebuggerDisplayAttribute display = typeof(Credentials).GetCustomAttribute<DebuggerDisplayAttribute>()!;
        Assert.Equal("{ToString(),nq}", display.Value);
    }

    [Fact]
    public void Bytes_print_as_their_number() =>
        Assert.Equal(
            "Printed { Name = a, One = 1 byte, Two = 2 bytes, Three = 0 bytes, Four = 1 byte, None = , Any = 3 bytes }",
            new Printed("a", [1], new byte[] { 1, 2 }, [], Google.Protobuf.ByteString.CopyFrom(1)) { Any = new byte[3] }.ToString());

    [Fact]
    public void What_the_user_wrote_stays() => Assert.Equal("OwnPrinting { own }", new OwnPrinting("x").ToString());
}

[GrpcMetadata]
public sealed partial record Credentials(string User, [MetadataKey(Sensitive = true)] string Password)
{
    public static string Shared => "not printed";

    [MetadataKey(Sensitive = true)]
    public int Pin { get; init; }

    public string? Comment { get; init; }

    [MetadataIgnore]
    public int Level { get; init; } = 3;

    public int Length => Password.Length;

    internal string Inside { get; init; } = "not printed";
}

#pragma warning disable TMD054 // it prints itself on purpose
[GrpcMetadata]
public sealed partial record OwnPrinting([MetadataKey(Sensitive = true)] string Secret)
{
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("own");
        return true;
    }
}

[GrpcMetadata]
public sealed partial record Printed(string Name, byte[] One, ReadOnlyMemory<byte> Two, System.Collections.Immutable.ImmutableArray<byte> Three, Google.Protobuf.ByteString Four, byte[]? None = null)
{
    [MetadataIgnore]
    public object? Any { get; init; }
}
