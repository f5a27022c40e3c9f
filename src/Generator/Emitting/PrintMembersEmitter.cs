using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>What the record's ToString shows: all that C# itself would, with *** for secrets.</summary>
internal static class PrintMembersEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        string modifiers = record.Type is { IsValueType: false, IsSealed: false } ? "protected virtual" : "private";
        code.Line("/// <summary>Writes the members for <c>ToString</c>, and <c>***</c> for a sensitive one.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"{modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)");
        string separator = "";
        foreach (PrintedMember member in record.Printed)
        {
            string label = $"builder.Append(\"{separator}{member.Label} = ";
            code.Line(member.Sensitive ? $"{label}***\");"
                : member.IsValueType ? $"{label}\").Append(this.{member.Name}.ToString());"
                : $"{label}\").Append((object?)this.{member.Name});");
            separator = ", ";
        }

        code.Line("return true;");
        code.Close().Line();
    }
}
