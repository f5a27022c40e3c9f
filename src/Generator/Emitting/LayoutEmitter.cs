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
        code.Line($"static {Names.Generated}MetadataLayout {contract}.Layout {{ get; }} = new(");
        code.Indented([$"\"{record.Type.DisplayName}\",", .. record.Fields.Select((field, slot) => FieldExpression.Of(field) + (slot + 1 == record.Fields.Count ? End(record.Type) : ","))]).Line();

        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static int {contract}.SlotOf(string key) => key switch");
        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            FieldModel field = record.Fields[slot];
            code.Line($"{string.Join(" or ", field.Options.ReadAlso.Prepend(field.Key).Select(key => $"\"{key}\""))} => {slot},");
        }

        code.Line("_ => -1,");
        code.Close(";").Line();
    }

    private static string End(TypeModel type) =>
        type.MaxBytes > 0 ? $") {{ MaxBytes = {type.MaxBytes.ToString(CultureInfo.InvariantCulture)} }};" : ");";
}
