using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Encodes every value; a nullable one only when there is one.</summary>
internal static class WriteEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static void {Names.Contract(record.Type)}.Write({record.Type.FullName} value, ref {Names.Generated}MetadataWriter writer)");
        if (record.ValidateModifiers is not null)
        {
            code.Line("Validate(in value, writer.Refusals);");
        }

        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            FieldModel field = record.Fields[slot];
            if (field.Options.ReadOnly)
            {
                continue;
            }

            string method = (field.IsBinary ? "Binary" : "Text") + (field.List == ListKind.None ? "" : "List");
            string write = $"writer.{method}<{field.ValueType}, {field.Codec}>({slot}, ";
            if (field.IsNullable)
            {
                code.Open($"if (value.{field.Property} is {{ }} present{slot})").Line($"{write}{Argument(field, "present" + slot)});").Close().Line();
            }
            else
            {
                code.Line($"{write}{Argument(field, "value." + field.Property)});");
            }
        }

        code.Close().Line();
    }

    // The default immutable array is no list at all.
    private static string Argument(FieldModel field, string value) =>
        field.List == ListKind.ImmutableArray ? $"{value}.IsDefault ? null : {value}" : value;
}
