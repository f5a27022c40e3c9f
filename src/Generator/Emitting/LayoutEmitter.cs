using System.Globalization;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The keys by slot, and the slot of a key.</summary>
internal static class LayoutEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        string contract = Names.Contract(record.Type);
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"static {Names.Generated}MetadataLayout {contract}.Layout {{ get; }} = new {Names.Generated}MetadataLayout(");
        List<string> arguments = [$"\"{record.Type.DisplayName}\"", .. record.Fields.Select(FieldExpression.Of)];
        code.Indented(arguments.Select((argument, index) => argument + (index + 1 < arguments.Count ? "," : ")" + Ending(record)))).Line();

        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static int {contract}.SlotOf(string key) => key switch");
        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            FieldModel field = record.Fields[slot];
            if (field.Collection != CollectionKind.Map)
            {
                code.Line($"{string.Join(" or ", field.Options.ReadAlso.Prepend(field.Key).Select(key => $"\"{key}\""))} => {slot},");
            }
        }

        bool hasOthers = record.Nested.Count != 0 || record.Fields.Any(field => field.Collection == CollectionKind.Map);
        code.Line(hasOthers ? $"_ => {Names.Generated}RecordKeys.SlotOf<{record.Type.FullName}>(key)," : "_ => -1,");
        code.Close(";").Line();
    }

    private static string Ending(RecordModel record)
    {
        string limit = record.Type.MaxBytes > 0 ? $" {{ MaxBytes = {record.Type.MaxBytes.ToString(CultureInfo.InvariantCulture)} }}" : "";
        return limit + string.Concat(record.Nested.Select(nested => $".Nest<{nested.Shape.Type}>({Nesting(nested)})")) + ";";
    }

    private static string Nesting(NestedModel nested)
    {
        List<string> arguments = [];
        if (nested.Prefix.Length != 0)
        {
            arguments.Add($"prefix: \"{nested.Prefix}\"");
        }

        if (nested.Sensitive)
        {
            arguments.Add("sensitive: true");
        }

        return string.Join(", ", arguments);
    }
}
