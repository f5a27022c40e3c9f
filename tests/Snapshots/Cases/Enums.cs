using System;
using System.Runtime.Serialization;
using Google.Protobuf.Reflection;
using TypedMetadata;

namespace Acme;

public enum Renamed
{
    [EnumMember(Value = "in-process")] InProcess,
    [EnumMember] Bare,
    [Obsolete("Use Bare.", error: true)] Old,
    [System.Diagnostics.CodeAnalysis.Experimental("ACME1")] New,
    @event,
}

public enum FromProto
{
    [OriginalName("STATE_FURTHER", PreferredAlias = false)] Further = 1,
    [OriginalName("STATE_FIRST")] First = 1,
    [OriginalName("STATE_LAST")] Last = 2,
    [OriginalName("STATE_END", PreferredAlias = false)] End = 2,
    [OriginalName("STATE_LOWEST", PreferredAlias = false)] Lowest = 3,
    [OriginalName("STATE_LOWER", PreferredAlias = false)] Lower = 3,
}

public enum Wide : ulong
{
    Zero,
    Nil = Zero,
    [Obsolete] Most = ulong.MaxValue,
}

[GrpcMetadata]
public sealed partial record Enums(Renamed Renamed, Renamed Again, FromProto FromProto, Wide Wide, string RenamedText, string RenamedText2, string WideText);
