using System;
using System.Diagnostics;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public abstract partial record Shown(string Name, int Count, int Limit = 9)
{
    public virtual string First { get; init; } = "";

    public virtual string Second { get; init; } = "";

    public virtual string? Third { get; init; }
}

[GrpcMetadata]
public sealed partial record HidesTheFirst(string Name, int Count = 2) : Shown(Name, Count)
{
    [MetadataKey(Sensitive = true)]
    public override string First { get; init; } = "";
}

[GrpcMetadata]
public sealed partial record HidesTheName(string Name) : WithVirtualName(Name)
{
    [MetadataKey(Sensitive = true)]
    public override string Name { get; init; } = Name;

    public int Own { get; init; } = 1;
}

[GrpcMetadata]
public abstract partial record WithVirtualName(string Name)
{
    public virtual string Name { get; init; } = Name;

    public string Other { get; init; } = "";
}

[GrpcMetadata]
public abstract partial record HidesTheSecond(string Name) : Shown(Name, 1)
{
    [MetadataKey(Sensitive = true)]
    public override string Second { get; init; } = "";
}

[GrpcMetadata]
public sealed partial record BelowIt(string Name) : HidesTheSecond(Name)
{
    public int Own { get; init; } = 1;
}

[GrpcMetadata]
[DebuggerDisplay("{Name}")]
[DebuggerTypeProxy(typeof(object))]
public sealed partial record ShowsItself(string Name, [MetadataKey(Sensitive = true)] string Secret);

[GrpcMetadata]
public sealed partial record PrintsItselfTwice([MetadataKey(Sensitive = true)] string Secret)
{
    private static string PrintMembers(string text) => text;

    private bool PrintMembers(System.Text.StringBuilder builder) => builder.Append(PrintMembers("")).Length == 0;
}

[GrpcMetadata]
public sealed partial record ComparesItself(string[] Names)
{
    private static readonly string[] _shared = [];

    public bool Equals(ComparesItself? other) => other is not null && Names.Length == other.Names.Length + _shared.Length;

    public override int GetHashCode() => Names.Length;
}

[GrpcMetadata]
public sealed partial record ComparedByUs(string[] Names)
{
    private static readonly string[] _shared = [];

    public bool Equals(string other) => other == _shared.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public int GetHashCode(int seed) => seed;
}
