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
        code.Open($"static bool {EmittedNames.Contract(record.Type)}.TryCreate({EmittedNames.CompilerServices}HeaderFields fields, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {record.Type.FullName} value)");
        code.Line("value = default;");
        code.Line("ParsedMetadata parsed = default;");
        foreach (KeyModel key in record.Keys.Where(key => key.Shape.Presence == Presence.EmptyCollection))
        {
            code.Line($"parsed.{key.Property} = global::System.Array.Empty<{key.ValueType}>();");
        }

        code.Open("while (fields.Next(out string? name))");
        code.Open("bool isTaken = name.Length switch");
        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            KeyModel key = record.Keys[slot];
            string take = $"fields.{EmittedNames.Method(key)}<{key.ValueType}, {key.Codec}>({slot}, out parsed.{key.Property})";
            code.Line($"{key.Key.Length} when {EmittedNames.CompilerServices}HeaderFields.Is(name, \"{key.Key}\") => {take},");
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
            code.Line("Validate(in value, fields.ValidationErrors);");
            code.Line("return fields.IsValid;");
        }

        code.Close().Line();
    }

    private static bool IsPlain(RecordModel record) =>
        record.Nested.Count == 0
        && record.Keys.Count <= MostKeys
        && record.Keys.All(key => key.Collection != CollectionKind.Map && key.Options.Aliases.Count == 0);

    private static ulong Required(RecordModel record)
    {
        ulong required = 0;
        for (int slot = 0; slot < record.Keys.Count; slot++)
        {
            required |= record.Keys[slot].Shape.Presence == Presence.Required || record.Keys[slot].IsRequired ? 1UL << slot : 0;
        }

        return required;
    }
}
