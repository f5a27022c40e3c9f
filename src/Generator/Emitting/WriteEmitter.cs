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
            if (!field.Options.ReadOnly)
            {
                Write(code, field.Shape, slot, value => $"writer.{Names.Method(field)}<{field.ValueType}, {field.Codec}>({slot}, {value});");
            }
        }

        for (int i = 0; i < record.Nested.Count; i++)
        {
            NestedModel nested = record.Nested[i];
            Write(code, nested.Shape, record.Fields.Count + i, value => $"writer.Nested<{nested.Shape.Type}>({i}, {value});");
        }

        code.Close().Line();
    }

    private static void Write(CodeWriter code, MemberShape member, int present, Func<string, string> write)
    {
        if (member.IsNullable)
        {
            code.Open($"if (value.{member.Property} is {{ }} present{present})").Line(write("present" + present)).Close().Line();
        }
        else
        {
            code.Line(write("value." + member.Property));
        }
    }
}
