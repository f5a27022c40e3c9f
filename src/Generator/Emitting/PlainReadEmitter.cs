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

        code.Open($"public override bool TryCreate({EmittedNames.CompilerServices}HeaderFields fields, {(record.Type.Target.HasNullabilityAttributes ? "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] " : "")}out {record.Type.FullName} value)");
        code.Line("value = default;");
        code.Line($"{ReservedMembers.Values} values = default;");
        foreach (KeyModel key in record.Keys.Where(key => key.Shape.Presence == Presence.EmptyCollection))
        {
            code.Line($"values.{key.Property} = global::System.Array.Empty<{key.ValueType}>();");
        }

        code.Open("while (fields.Next(out string? name))");
        code.Open("bool isTaken = name.Length switch");
        foreach (KeyModel key in record.Keys)
        {
            code.Line($"{key.Key.Length} when {EmittedNames.CompilerServices}HeaderFields.Is(name, \"{key.Key}\") => {ReservedMembers.TypedKeys}.{key.Property}.Take{(key.Shape.IsAlwaysSet ? "" : "Optional")}{EmittedNames.Many(key)}(fields, out values.{key.Property}),");
        }

        code.Line("_ => true,");
        code.Close(";");
        code.Lines($$"""
            if (!isTaken)
            {
                return false;
            }
            """);
        code.Close().Line();
        code.Lines($$"""
            if (!fields.Complete(0x{{Required(record).ToString("x", CultureInfo.InvariantCulture)}}))
            {
                return false;
            }

            value = new {{record.Type.FullName}}(in values);
            """);
        code.Lines(record.ValidateModifiers is null ? "return true;" : """
            Validate(in value, fields.ValidationErrors);
            return fields.IsValid;
            """);
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
