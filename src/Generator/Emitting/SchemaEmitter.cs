using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>What the record carries, for people and tools: run only when somebody asks.</summary>
internal static class SchemaEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static void {EmittedNames.Contract(record.Type)}.Describe({EmittedNames.CompilerServices}SchemaBuilder schema)");
        string positions = string.Join(" | ", record.Type.Positions.Select(position => $"{EmittedNames.Root}MetadataPositions.{position}").DefaultIfEmpty("default"));
        code.Line($"schema.Record({positions}{Summary(record.Type.Summary)});");
        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            KeyModel key = record.Keys[slot];
            code.Line($"schema.{EmittedNames.Method(key)}<{key.ValueType}, {key.Codec}>({slot}, {Arguments(key.Shape)});");
        }

        for (int i = 0; i < record.Nested.Count; i++)
        {
            NestedModel nested = record.Nested[i];
            code.Line($"schema.Nested<{nested.Shape.Type}>({i}, {Arguments(nested.Shape)});");
        }

        code.Close().Line();
    }

    private static string Arguments(MemberShape member)
    {
        string name = $"\"{member.Property.TrimStart('@')}\"";
        return name + (member.Presence == Presence.Required ? ", isRequired: true" : "") + Summary(member.Summary);
    }

    private static string Summary(string? summary) => summary is null ? "" : $", summary: {SymbolDisplay.FormatLiteral(summary, quote: true)}";
}
