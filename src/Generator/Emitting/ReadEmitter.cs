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

        string construct = $"new {record.Type.FullName}(in values)";
        if (record.ValidateModifiers is null)
        {
            code.Line($"return reader.Complete() ? {construct} : default;");
        }
        else
        {
            code.Lines($$"""
                if (!reader.Complete())
                {
                    return default;
                }

                {{record.Type.FullName}} value = {{construct}};
                Validate(in value, reader.ValidationErrors);
                return value;
                """);
        }

        code.Close().Line();
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
