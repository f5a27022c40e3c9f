using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The values between parsing and construction, so that a record is constructed only when every one of them is good.</summary>
internal static class ParsedEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open("private struct ParsedMetadata");
        foreach (FieldModel field in record.Fields)
        {
            string type = field.Presence == Presence.Required ? field.ValueType : $"{Names.Generated}Found<{field.ValueType}>";
            code.Line($"public {type} {field.Property};");
        }

        code.Close();
    }
}
