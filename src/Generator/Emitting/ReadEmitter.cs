using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Parses every value, then constructs the record.</summary>
internal static class ReadEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static {EmittedNames.Nullable(record.Type)} {EmittedNames.Contract(record.Type)}.Create(ref {EmittedNames.CompilerServices}MetadataReader reader)");
        code.Line("ParsedMetadata parsed = default;");
        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            KeyModel key = record.Keys[slot];
            code.Line($"parsed.{key.Property} = reader.{Find(key)}{EmittedNames.Method(key)}<{key.ValueType}, {key.Codec}>({slot});");
        }

        // Last, since they are constructed on the way, and that only when all before them is good.
        for (int i = 0; i < record.Nested.Count; i++)
        {
            NestedModel nested = record.Nested[i];
            code.Line($"parsed.{nested.Property} = reader.{Find(nested)}Nested<{nested.Shape.Type}>({i});");
        }

        code.Line();
        string construct = $"new {record.Type.FullName}(in parsed)";
        if (record.ValidateModifiers is null)
        {
            code.Line($"return reader.Complete() ? {construct} : default;");
        }
        else
        {
            code.Open("if (!reader.Complete())").Line("return default;").Close().Line();
            code.Line($"{record.Type.FullName} value = {construct};");
            code.Line("Validate(in value, reader.ValidationErrors);");
            code.Line("return value;");
        }

        code.Close().Line();
        PlainReadEmitter.Emit(code, record);
        if (record.ValidateModifiers is string modifiers)
        {
            code.Line($"{modifiers} void Validate(in {record.Type.FullName} value, global::System.Collections.Generic.ICollection<{EmittedNames.Root}MetadataError> errors);").Line();
        }
    }

    private static string Find(MemberModel member) => member.Shape.IsAlwaysSet ? "" : "Find";
}
