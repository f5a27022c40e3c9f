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
            string value = field.List == ListKind.None ? field.ValueType : field.ValueType + "[]";
            bool isThere = field.Presence is Presence.Required or Presence.EmptyList;
            code.Line($"public {(isThere ? value : $"{Names.Generated}Found<{value}>")} {field.Property};");
        }

        code.Line();
        foreach (EnumModel enumeration in record.Enums)
        {
            EnumEmitter.Emit(code, enumeration);
        }

        code.Close();
    }
}
