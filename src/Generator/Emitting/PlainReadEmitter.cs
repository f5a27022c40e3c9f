using System.Globalization;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Reads a plain record in one pass over header fields: each value goes from its codec straight into its place.</summary>
internal static class PlainReadEmitter
{
    // Each slot is a bit of a ulong.
    private const int MostKeys = 64;

    internal static void Emit(CodeWriter code, RecordModel record)
    {
        if (!IsPlain(record))
        {
            return;
        }

        code.Line(FileEmitter.GeneratedCode);
        code.Open($"static bool {Names.Contract(record.Type)}.TryCreate({Names.Generated}HeaderFields fields, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {record.Type.FullName} value)");
        code.Line("value = default;");
        code.Line("ParsedMetadata parsed = default;");
        foreach (FieldModel field in record.Fields.Where(field => field.Shape.Presence == Presence.EmptyCollection))
        {
            code.Line($"parsed.{field.Property} = global::System.Array.Empty<{field.ValueType}>();");
        }

        code.Open("while (fields.Next(out string? name))");
        code.Open("bool isTaken = name.Length switch");
        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            FieldModel field = record.Fields[slot];
            string take = $"fields.{Names.Method(field)}<{field.ValueType}, {field.Codec}>({slot}, out parsed.{field.Property})";
            code.Line($"{field.Key.Length} when {Names.Generated}HeaderFields.Is(name, \"{field.Key}\") => {take},");
        }

        code.Line("_ => true,").Close(";");
        code.Open("if (!isTaken)").Line("return false;").Close().Close().Line();
        code.Open($"if (!fields.Complete(0x{Required(record).ToString("x", CultureInfo.InvariantCulture)}))").Line("return false;").Close().Line();
        code.Line($"value = new {record.Type.FullName}(in parsed);");
        if (record.ValidateModifiers is null)
        {
            code.Line("return true;");
        }
        else
        {
            code.Line("Validate(in value, fields.Refusals);");
            code.Line("return fields.IsValid;");
        }

        code.Close().Line();
    }

    private static bool IsPlain(RecordModel record) =>
        record.Nested.Count == 0
        && record.Fields.Count <= MostKeys
        && record.Fields.All(field => field.Collection != CollectionKind.Map && field.Options.ReadAlso.Count == 0);

    private static ulong Required(RecordModel record)
    {
        ulong required = 0;
        for (int slot = 0; slot < record.Fields.Count; slot++)
        {
            required |= record.Fields[slot].Shape.Presence == Presence.Required ? 1UL << slot : 0;
        }

        return required;
    }
}
