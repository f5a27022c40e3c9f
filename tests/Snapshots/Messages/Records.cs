using System;
using System.Text;
using TypedMetadata;

[GrpcMetadata]
public sealed record NotPartial(string X);

public class NotPartialEither
{
    public partial class Middle
    {
        [GrpcMetadata]
        public sealed record InTwo(string X);
    }
}

[GrpcMetadata]
public sealed partial class NotARecord;

[GrpcMetadata]
public sealed class NeitherRecordNorPartial;

[GrpcMetadata]
public sealed partial record Generic<T>(string X);

public partial class Outer<T>
{
    [GrpcMetadata]
    public sealed partial record InGeneric(string X);
}

[GrpcMetadata]
file sealed partial record FileLocal(string X);

file static partial class FileLocalAround
{
    [GrpcMetadata]
    public sealed partial record InFileLocal(string X);
}

[GrpcMetadata]
public sealed partial record NoKeys;

[GrpcMetadata]
public partial record NotSealed(string X);

[GrpcMetadata(MaxSize = 1)]
public abstract partial record Limited(string X);

[GrpcMetadata(MaxSize = 0)]
public abstract partial record Unlimited(string X);

[GrpcMetadata]
public sealed partial record WithoutConstructor
{
    public WithoutConstructor(int x) => X = x;

    public int X { get; init; }
}

[GrpcMetadata]
public partial record struct NotRun
{
    private const int One = 1;
    private static readonly int _two = 2;
    private int _none, _three = 3;

    public NotRun(int x) => X = x;

    public int X { get; set; }
}

[GrpcMetadata]
public partial record struct NotRunEither
{
    public NotRunEither(int x) => X = x;

    public int X { get; set; } = 3;
}

[GrpcMetadata]
public partial record struct NothingToRun
{
    private const int One = 1;
    private static readonly int _two = 2;
    private int _none;

    public NothingToRun(int x) => X = x;

    public static int Two { get; } = _two;

    public int X { get; set; }
}

[GrpcMetadata]
public sealed partial record Keys(string X);

[GrpcMetadata]
public sealed partial record TakenByAProperty(string Keys);

[GrpcMetadata]
public sealed partial record TakenByOthers(string X)
{
    public static implicit operator Grpc.Core.Metadata(TakenByOthers record) => [];

    public void ToMetadata()
    {
    }

    public void ToMetadata(int number)
    {
    }
}

[GrpcMetadata]
public sealed partial record TakenByAnotherTool(string X)
{
    [System.CodeDom.Compiler.GeneratedCode("AnotherTool", "1.0")]
    public void ToMetadata()
    {
    }
}

[GrpcMetadata]
public sealed partial record TakenByAnExplicitConversion(string X)
{
    public static explicit operator Grpc.Core.Metadata(TakenByAnExplicitConversion record) => [];
}

[GrpcMetadata]
public sealed partial record ConvertsToSomethingElse(string X)
{
    public static implicit operator string(ConvertsToSomethingElse record) => record.X;

    public static explicit operator Grpc.Metadata(ConvertsToSomethingElse record) => new();
}

namespace Grpc
{
    public sealed class Metadata;
}

[GrpcMetadata]
public sealed partial record PrintsItself([MetadataKey(Sensitive = true)] string X)
{
    public override string ToString() => "";

    public string ToString(string format) => format;

    private bool PrintMembers(StringBuilder builder) => false;

    private bool PrintMembers(string text) => false;
}

[GrpcMetadata]
public sealed partial record PrintsNothingSecret(string X)
{
    public override string ToString() => "";
}

[GrpcMetadata]
public sealed partial record NeverValidated(string Name)
{
    public int Attempt;

    private static void Validate(in NeverValidated value, ICollection<MetadataError> errors) => errors.Clear();

    public static bool Validate(NeverValidated value) => value.Name.Length != 0;

    public void Validate(ICollection<MetadataError> errors) => errors.Clear();
}

public static partial class Around
{
    public static class Keys
    {
        public const string Name = "name";
    }

    [GrpcMetadata]
    public sealed partial record Hiding(string Name)
    {
        public string Describe() => $"{Keys.Name}";
    }
}
