using System.Globalization;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

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

        code.Open($"public override {EmittedNames.Nullable(record.Type)} Create({EmittedNames.CompilerServices}HeaderFields fields)");
        code.Line($"{ReservedMembers.Values} values = default;");
        foreach (KeyModel key in record.Keys.Where(key => key.Shape.Presence == Presence.EmptyCollection))
        {
            code.Line($"values.{key.Property} = global::System.Array.Empty<{key.ValueType}>();");
        }

        code.Line("bool areTaken = true;");
        code.Open("while (areTaken && fields.Next(out string? name))");
        code.Open("areTaken = name.Length switch");
        foreach (KeyModel key in record.Keys)
        {
            code.Line($"{key.Key.Length} when {EmittedNames.CompilerServices}HeaderFields.Is(name, \"{key.Key}\") => {ReservedMembers.TypedKeys}.{key.Property}.Take{(key.Shape.IsAlwaysSet ? "" : "Optional")}{EmittedNames.Many(key)}(fields, out values.{key.Property}),");
        }

        code.Line("_ => true,");
        code.Close(";");
        code.Close().Line();
        ReadEmitter.EmitConstruction(code, record, "fields", $"areTaken, 0x{Required(record).ToString("x", CultureInfo.InvariantCulture)}");
        code.Close().Line();
    }

    private static bool IsPlain(RecordModel record) =>
        record.Nested.Count == 0
        && record.Keys.Count is > 0 and <= MostKeys
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
