using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The codecs of a type: on text keys, on <c>-bin</c> keys, or both.</summary>
/// <param name="Text">The text codec, or null.</param>
/// <param name="Binary">The binary codec, or null.</param>
/// <param name="IsBytes">Whether the binary form is the value's own bytes.</param>
/// <param name="IsMessage">Whether the type is a protobuf message.</param>
/// <param name="IsConverted">Whether they are a converter of the user's.</param>
/// <param name="Format">The format that chose them, or null.</param>
/// <param name="IsNewer">Whether the core for .NET Standard has none for the type.</param>
internal sealed record TypeCodecs(string? Text, string? Binary, bool IsBytes = false, bool IsMessage = false, bool IsConverted = false, string? Format = null, bool IsNewer = false)
{
    /// <summary>The codecs of a type, in a format if it takes it; null when it has no wire form.</summary>
    internal static TypeCodecs? Of(ITypeSymbol type, string? format, EnumCodecs enums) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? OfEnum(enumeration, EnumFormats.Has(format) ? format : null, enums)
        : Usual(type) is TypeCodecs usual ? ValueFormats.Apply(format, type, usual)
        : null;

    private static TypeCodecs? OfEnum(INamedTypeSymbol type, string? format, EnumCodecs enums) =>
        enums.CodecOf(type, format) is string codec ? new TypeCodecs(codec, null, Format: format) : null;

    private static TypeCodecs? Usual(ITypeSymbol type)
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return Both("StringText", "Utf8Binary");
            case SpecialType.System_Boolean:
                return OfText("BooleanText");
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64:
                return OfText($"IntegerText<{name}>");
            case SpecialType.System_Single or SpecialType.System_Double:
                return OfText($"FloatText<{name}>");
            case SpecialType.System_Decimal:
                return OfText("DecimalText");
            case SpecialType.System_Char:
                return OfText("CharText");
            case SpecialType.System_DateTime:
                return OfText("DateTimeText");
        }

        return type switch
        {
            IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => OfBytes("ByteArrayBinary"),
            INamedTypeSymbol named => Named(named, name),
            _ => null,
        };
    }

    private static TypeCodecs? Named(INamedTypeSymbol type, string name) => name switch
    {
        "global::System.Guid" => Both("GuidText", "GuidBinary"),
        "global::System.DateTimeOffset" => OfText("DateTimeOffsetText"),
        "global::System.TimeSpan" => OfText("TimeSpanText"),
        "global::System.DateOnly" => OfNewer("DateOnlyText"),
        "global::System.TimeOnly" => OfNewer("TimeOnlyText"),
        "global::System.Int128" or "global::System.UInt128" => OfNewer($"IntegerText<{name}>"),
        "global::System.Half" => OfNewer("FloatText<global::System.Half>"),
        "global::System.Uri" => OfText("UriText"),
        "global::System.Version" => OfText("VersionText"),
        "global::System.Net.IPAddress" => OfText("IPAddressText"),
        "global::System.Net.Http.Headers.AuthenticationHeaderValue" => OfText("AuthenticationText"),
        "global::System.ReadOnlyMemory<byte>" => OfBytes("MemoryBinary"),
        "global::System.Collections.Immutable.ImmutableArray<byte>" => OfBytes("ImmutableArrayBinary"),
        "global::Google.Protobuf.ByteString" => OfBytes("ByteStringBinary"),
        _ when IsMessageType(type) => new TypeCodecs(null, $"{RuntimeNamespaces.CompilerServices}MessageBinary<{name}>", IsMessage: true),
        _ when FormatsAndParsesItself(type) => OfNewer($"ParsableText<{name}>"),
        _ => null,
    };

    private static bool FormatsAndParsesItself(INamedTypeSymbol type) =>
        type is { IsAbstract: false, SpecialType: not (SpecialType.System_IntPtr or SpecialType.System_UIntPtr) }
        && type.AllInterfaces.Any(implemented => implemented is { Name: "IFormattable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        && type.AllInterfaces.Any(implemented =>
            implemented is { Name: "IParsable", TypeArguments: [ITypeSymbol self], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && SymbolEqualityComparer.Default.Equals(self, type));

    private static bool IsMessageType(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false }
        && type.InstanceConstructors.Any(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
        && ImplementsMessage(type);

    internal static bool ImplementsMessage(INamedTypeSymbol type) => type.AllInterfaces.Any(implemented =>
        implemented is { Name: "IMessage", TypeArguments: [ITypeSymbol self], ContainingNamespace: { Name: "Protobuf", ContainingNamespace: { Name: "Google", ContainingNamespace.IsGlobalNamespace: true } } }
        && SymbolEqualityComparer.Default.Equals(self, type));

    private static TypeCodecs Both(string text, string binary) => new(RuntimeNamespaces.CompilerServices + text, RuntimeNamespaces.CompilerServices + binary);

    private static TypeCodecs OfText(string codec) => new(RuntimeNamespaces.CompilerServices + codec, null);

    private static TypeCodecs OfNewer(string codec) => OfText(codec) with { IsNewer = true };

    private static TypeCodecs OfBytes(string codec) => new(null, RuntimeNamespaces.CompilerServices + codec, IsBytes: true);
}
