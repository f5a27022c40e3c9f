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
        foreach (FieldModel field in record.Fields.Where(field => field.KeyAccessibility is not null))
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            string kind = field.IsBinary ? "Binary" : "Text";
            code.Line($"/// <summary><c>{field.Key}</c></summary>");
            code.Line($"{field.KeyAccessibility} static {Names.Root}MetadataKey<{field.ValueType}> {field.Property} {{ get; }} =");
            code.Indented([$"{Names.Generated}RecordKeys.{kind}<{field.ValueType}, {field.Codec}>({FieldExpression.Of(field)});"]);
        }

        code.Close().Line();
    }
}
