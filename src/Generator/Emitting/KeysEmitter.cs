using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The nested class with a typed key for each property.</summary>
internal static class KeysEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line("/// <summary>The record's metadata keys, each with the type of its value.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Open("public static class Keys");
        bool first = true;
        foreach (KeyModel key in record.Keys.Where(key => key.KeyAccessibility is not null))
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            string kind = key.IsBinary ? "Binary" : "Text";
            code.Line($"/// <summary><c>{key.Key}</c></summary>");
            code.Line($"{key.KeyAccessibility} static {EmittedNames.Root}MetadataKey<{key.ValueType}> {key.Property} {{ get; }} =");
            code.Indented([$"{EmittedNames.CompilerServices}RecordKeys.{kind}<{key.ValueType}, {key.Codec}>({KeyDescriptorExpression.Of(key)});"]);
        }

        code.Close().Line();
    }
}
