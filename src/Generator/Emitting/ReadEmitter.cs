using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Parses every value, then constructs the record.</summary>
internal static class ReadEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static {Names.Nullable(record.Type)} {Names.Contract(record.Type)}.Create(ref {Names.Generated}MetadataReader reader)");
        code.Line("ParsedMetadata parsed = default;");
        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            FieldModel field = record.Fields[slot];
            string method = (field.Presence is Presence.Required or Presence.EmptyList ? "" : "Find")
                + (field.IsBinary ? "Binary" : "Text") + (field.List == ListKind.None ? "" : "List");
            code.Line($"parsed.{field.Property} = reader.{method}<{field.ValueType}, {field.Codec}>({slot});");
        }

        code.Line().Line($"return reader.Complete() ? new {record.Type.FullName}(in parsed) : default;");
        code.Close().Line();
    }
}
