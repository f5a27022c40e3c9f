using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The record's keys: as users see them, and with their codecs as the record itself does.</summary>
internal static class KeysEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        Open(code);
        foreach (KeyModel key in record.Keys.Where(key => key.KeyAccessibility is not null))
        {
            code.Line($"/// <summary><c>{key.Key}</c></summary>");
            code.Line($"{key.KeyAccessibility} static {EmittedNames.Root}MetadataKey<{key.ValueType}> {key.Property} => {ReservedMembers.TypedKeys}.{key.Property};");
        }

        code.Close().Line();
    }

    /// <summary>The head of the class that users see.</summary>
    internal static void Open(CodeWriter code)
    {
        code.Line("/// <summary>The record's metadata keys, each with the type of its value.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"public static class {ReservedMembers.Keys}");
    }

    /// <summary>A typed key, which holds all that the generator knows of a property.</summary>
    internal static string TypedKey(int slot, KeyModel key) =>
        $"internal static readonly {EmittedNames.CompilerServices}{(key.IsBinary ? "Binary" : "Text")}Key<{key.ValueType}, {key.Codec}> {key.Property} = new({slot}, {KeyDescriptorExpression.Of(key)});";

    /// <summary>The private class with a typed key for each property, in the order of their slots.</summary>
    internal static void EmitTyped(CodeWriter code, RecordModel record)
    {
        if (record.Keys.Count == 0)
        {
            return;
        }

        code.Line(FileEmitter.GeneratedCode);
        code.Open($"private static class {ReservedMembers.TypedKeys}");
        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            code.Line(TypedKey(slot, record.Keys[slot]));
        }

        code.Line();
        foreach (EnumModel enumeration in record.Enums)
        {
            EnumEmitter.Emit(code, enumeration);
        }

        code.Close().Line();
    }
}
