using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Parses every value, then constructs the record.</summary>
internal static class ReadEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Open($"public override {EmittedNames.Nullable(record.Type)} Create(ref {EmittedNames.CompilerServices}MetadataReader reader)");
        code.Line($"{ReservedMembers.Values} values = default;");
        foreach (KeyModel key in record.Keys)
        {
            code.Line($"values.{key.Property} = {ReservedMembers.TypedKeys}.{key.Property}.{Verb(key)}{EmittedNames.Many(key)}(ref reader);");
        }

        // Last, since they are constructed on the way, and that only when all before them is good.
        for (int i = 0; i < record.Nested.Count; i++)
        {
            NestedModel nested = record.Nested[i];
            code.Line($"values.{nested.Property} = reader.{(nested.Shape.IsAlwaysSet ? "" : "Find")}Nested<{nested.Shape.Type}>({i});");
        }

        EmitConstruction(code, record, "reader");
        code.Close().Line();
    }

    /// <summary>The end of a reading method: the record is constructed if all values are there, and validated by its own rules.</summary>
    internal static void EmitConstruction(CodeWriter code, RecordModel record, string source, string arguments = "")
    {
        string construct = $"new {record.Type.FullName}(in values)";
        if (record.ValidateModifiers is null)
        {
            code.Line($"return {source}.Complete({arguments}) ? {construct} : default;");
            return;
        }

        code.Lines($$"""
            if (!{{source}}.Complete({{arguments}}))
            {
                return default;
            }

            {{record.Type.FullName}} value = {{construct}};
            Validate(in value, {{source}}.ValidationErrors);
            return value;
            """);
    }

    /// <summary>The declaration of the user's own Validate, whose body is the user's.</summary>
    internal static void EmitValidate(CodeWriter code, RecordModel record)
    {
        if (record.ValidateModifiers is string modifiers)
        {
            code.Line($"{modifiers} void Validate(in {record.Type.FullName} value, global::System.Collections.Generic.ICollection<{EmittedNames.Root}MetadataError> errors);").Line();
        }
    }

    private static string Verb(KeyModel key) => key.Shape.IsAlwaysSet ? "Read" : "Find";
}
