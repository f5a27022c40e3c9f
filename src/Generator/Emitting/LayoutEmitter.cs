using System.Globalization;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The keys by slot, and the slot of a key.</summary>
internal static class LayoutEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        string contract = EmittedNames.Contract(record.Type);
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"static {EmittedNames.CompilerServices}MetadataLayout {contract}.Layout {{ get; }} = new {EmittedNames.CompilerServices}MetadataLayout(");
        List<string> arguments = [$"\"{record.Type.DisplayName}\"", .. record.Keys.Select(KeyDescriptorExpression.Of)];
        code.Indented(arguments.Select((argument, index) => argument + (index + 1 < arguments.Count ? "," : ")" + Ending(record)))).Line();

        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static int {contract}.SlotOf(string key) => key switch");
        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            KeyModel key = record.Keys[slot];
            if (key.Collection != CollectionKind.Map)
            {
                code.Line($"{string.Join(" or ", key.Options.Aliases.Prepend(key.Key).Select(name => $"\"{name}\""))} => {slot},");
            }
        }

        bool hasOthers = record.Nested.Count != 0 || record.Keys.Any(key => key.Collection == CollectionKind.Map);
        code.Line(hasOthers ? $"_ => {EmittedNames.CompilerServices}RecordKeys.SlotOf<{record.Type.FullName}>(key)," : "_ => -1,");
        code.Close(";").Line();
    }

    private static string Ending(RecordModel record)
    {
        string limit = record.Type.MaxSize > 0 ? $" {{ MaxSize = {record.Type.MaxSize.ToString(CultureInfo.InvariantCulture)} }}" : "";
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
