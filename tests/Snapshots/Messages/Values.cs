using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using TypedMetadata;

public enum None
{
}

public enum Clashing
{
    Low,
    LOW,
    [System.Runtime.Serialization.EnumMember(Value = "high")] Top,
    High,
}

[GrpcMetadata]
public sealed partial record WithoutForm(
    object Object,
    System.IO.FileAccess Flags,
    None Empty,
    nint Native,
    nuint UnsignedNative,
    IMessage Message,
    int[,] Grid,
    byte[,] BytesInAGrid,
    object[] Objects,
    Span Named,
    Only Unparsable,
    Reads Unformattable,
    ReadsAnother Another,
    AbstractParsable Abstract,
    AbstractMessage AbstractMessage,
    PrivateMessage PrivateMessage);

public abstract class AbstractMessage : IMessage<AbstractMessage>
{
    public Google.Protobuf.Reflection.MessageDescriptor Descriptor => throw new NotSupportedException();

    public int CalculateSize() => 0;

    public AbstractMessage Clone() => this;

    public bool Equals(AbstractMessage? other) => ReferenceEquals(this, other);

    public void MergeFrom(AbstractMessage message)
    {
    }

    public void MergeFrom(CodedInputStream input)
    {
    }

    public void WriteTo(CodedOutputStream output)
    {
    }
}

public sealed class PrivateMessage : IMessage<PrivateMessage>
{
    private PrivateMessage()
    {
    }

    public PrivateMessage(int number) => _ = number;

    public Google.Protobuf.Reflection.MessageDescriptor Descriptor => throw new NotSupportedException();

    public int CalculateSize() => 0;

    public PrivateMessage Clone() => this;

    public bool Equals(PrivateMessage? other) => ReferenceEquals(this, other);

    public void MergeFrom(PrivateMessage message)
    {
    }

    public void MergeFrom(CodedInputStream input)
    {
    }

    public void WriteTo(CodedOutputStream output)
    {
    }
}

public sealed class Span;

public sealed class Only : IFormattable
{
    public string ToString(string? format, IFormatProvider? provider) => "";
}

public sealed class Reads : IParsable<Reads>
{
    public static Reads Parse(string text, IFormatProvider? provider) => new();

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out Reads value)
    {
        value = new();
        return true;
    }
}

public sealed class ReadsAnother : IParsable<Reads>, IFormattable
{
    public static Reads Parse(string text, IFormatProvider? provider) => new();

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out Reads value)
    {
        value = new();
        return true;
    }

    public string ToString(string? format, IFormatProvider? provider) => "";
}

public abstract class AbstractParsable : IParsable<AbstractParsable>, IFormattable
{
    public static AbstractParsable Parse(string text, IFormatProvider? provider) => throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out AbstractParsable value)
    {
        value = null;
        return false;
    }

    public string ToString(string? format, IFormatProvider? provider) => "";
}

[GrpcMetadata]
public sealed partial record Lists(
    int[][] InLists,
    string?[] Nullable,
    List<int?> NullableNumbers,
    IList<string> OtherList,
    Mine.List<string> OfMine,
    Clashing Clashing,
    IReadOnlyList<Clashing>? SeveralClashing);

namespace Mine
{
    public sealed class List<T>;
}

public sealed class OfNothing;

public abstract class CannotBeMade : ITextMetadataConverter<int>
{
    public string Format(int value) => "";

    public bool TryParse(string text, out int value)
    {
        value = 0;
        return true;
    }
}

public class TakesAnArgument(int seed) : CannotBeMade
{
    private TakesAnArgument()
        : this(0) => _ = seed;
}

public sealed class OfAnything<T> : CannotBeMade;

public sealed class OfNumbers : CannotBeMade
{
    public OfNumbers()
    {
    }

    public OfNumbers(int seed) => _ = seed;
}

[GrpcMetadata]
public sealed partial record Converted(
    [MetadataConverter(typeof(OfNothing))] object Nothing,
    [MetadataConverter(typeof(CannotBeMade))] int Abstract,
    [MetadataConverter(typeof(TakesAnArgument))] int Argument,
    [MetadataConverter(typeof(List<>))] int Unbound,
    [MetadataConverter(typeof(OfAnything<>))] int UnboundConverter,
    [MetadataConverter(typeof(int[]))] int Array,
    [MetadataConverter(null!)] int Null,
    [MetadataConverter(typeof(OfNumbers))] long Long,
    [MetadataConverter(typeof(OfNumbers))] string[] Texts,
    [MetadataConverter(typeof(OfNumbers))] int[] Numbers,
    [MetadataConverter(typeof(OfNumbers)), MetadataKey("number-bin")] int Suffix);
