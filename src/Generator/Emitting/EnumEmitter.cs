using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The codec of an enum: its names, known when the record is compiled.</summary>
internal static class EnumEmitter
{
    internal static void Emit(CodeWriter code, EnumModel enumeration)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"internal readonly struct {enumeration.Codec} : {EmittedNames.CompilerServices}ITextCodec<{enumeration.Type}>");
        string written = string.Join(", ", enumeration.Members.Where(member => member.Writes).Select(member => member.WireName));
        code.Line($"public static string Expected => {EmittedNames.CompilerServices}EnumText.OneOf({written});").Line();

        code.Open($"public static string? Format({enumeration.Type} value) => value switch");
        foreach (EnumMemberModel member in enumeration.Members.Where(member => member.Writes))
        {
            code.Line($"{member.Value} => {member.WireName},");
        }

        code.Line("_ => null,");
        code.Close(";").Line();

        code.Open($"public static bool TryParse(string text, out {enumeration.Type} value)");
        // Wire names first: one member's may be another's own name.
        foreach (EnumMemberModel member in enumeration.Members)
        {
            EmitMatch(code, member.WireName, member);
        }

        foreach (EnumMemberModel member in enumeration.Members.Where(member => member.Name != member.WireName))
        {
            EmitMatch(code, member.Name, member);
        }

        code.Line("value = default;");
        code.Line("return false;");
        code.Close();
        code.Close().Line();
    }

    private static void EmitMatch(CodeWriter code, string name, EnumMemberModel member)
    {
        code.Open($"if ({EmittedNames.CompilerServices}EnumText.Is(text, {name}))");
        code.Line($"value = {member.Value};");
        code.Line("return true;");
        code.Close().Line();
    }
}
