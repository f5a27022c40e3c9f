using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Encodes every value; a nullable one only when there is one.</summary>
internal static class WriteEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Open($"public override void Write({record.Type.FullName} value, ref {EmittedNames.CompilerServices}MetadataWriter writer)");
        if (record.ValidateModifiers is not null)
        {
            code.Line("Validate(in value, writer.ValidationErrors);");
        }

        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            KeyModel key = record.Keys[slot];
            if (!key.Options.ReadOnly)
            {
                Write(code, key.Shape, slot, value => $"{ReservedMembers.TypedKeys}.{key.Property}.Write{EmittedNames.Many(key)}(ref writer, {value});");
            }
        }

        for (int i = 0; i < record.Nested.Count; i++)
        {
            NestedModel nested = record.Nested[i];
            Write(code, nested.Shape, record.Keys.Count + i, value => $"writer.Nested<{nested.Shape.Type}>({i}, {value});");
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
