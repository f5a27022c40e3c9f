using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>What the record carries, for people and tools: run only when somebody asks.</summary>
internal static class SchemaEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static void {Names.Contract(record.Type)}.Describe({Names.Generated}SchemaBuilder schema)");
        string directions = string.Join(" | ", record.Type.Directions.Select(direction => $"{Names.Root}MetadataDirections.{direction}").DefaultIfEmpty("default"));
        code.Line($"schema.Record({directions}{Summary(record.Type.Summary)});");
        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            FieldModel field = record.Fields[slot];
            code.Line($"schema.{Names.Method(field)}<{field.ValueType}, {field.Codec}>({slot}, {Arguments(field.Shape)});");
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
