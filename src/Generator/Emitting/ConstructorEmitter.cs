using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The constructors: one that takes what was parsed, and the one that C# wrote before there was another.</summary>
internal static class ConstructorEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        if (record.NeedsParameterlessConstructor)
        {
            code.Line("/// <summary>Makes a record for an object initializer to fill.</summary>");
            code.Line(FileEmitter.GeneratedCode);
            code.Line("#pragma warning disable CS8618 // an object initializer sets what must be set");
            code.Open($"public {record.Type.ConstructorName}()").Close();
            code.Line("#pragma warning restore CS8618").Line();
        }

        code.Line(FileEmitter.GeneratedCode);
        code.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        code.Line($"private {record.Type.ConstructorName}(in ParsedMetadata parsed)");
        code.Indented([$": this({string.Join(", ", record.PrimaryParameters.Select(parameter => Argument(record, parameter)))})"]);
        code.Open();
        foreach (FieldModel field in record.Fields.Where(field => !field.IsPositional))
        {
            Assign(code, field);
        }

        code.Close().Line();
    }

    // An absent key leaves the property as its initializer or the constructor made it.
    private static void Assign(CodeWriter code, FieldModel field)
    {
        if (field.Presence is Presence.Required or Presence.EmptyList)
        {
            code.Line($"this.{field.Property} = {FromItems(field, "parsed." + field.Property)};");
            return;
        }

        code.Open($"if (parsed.{field.Property}.HasValue)");
        code.Line($"this.{field.Property} = {FromItems(field, $"parsed.{field.Property}.Value")};");
        code.Close().Line();
    }

    private static string Argument(RecordModel record, ParameterModel parameter) =>
        parameter.Slot >= 0 ? Value(record.Fields[parameter.Slot], parameter.Default ?? "null")
        : parameter.Default == "default" ? $"default({parameter.Type})"
        : parameter.Default == "null" ? $"default({parameter.Type}){(parameter.Type.EndsWith("?", StringComparison.Ordinal) ? "" : "!")}"
        : $"({parameter.Type})({parameter.Default})";

    private static string Value(FieldModel field, string absent)
    {
        string parsed = "parsed." + field.Property;
        if (field.Presence is Presence.Required or Presence.EmptyList)
        {
            return FromItems(field, parsed);
        }

        if (field.List != ListKind.None || (field.IsValueType && absent == "null"))
        {
            return $"{parsed}.HasValue ? {FromItems(field, parsed + ".Value")} : default({field.PropertyType}?)";
        }

        return absent == "null" ? $"{parsed}.OrNull()" : $"{parsed}.Or({absent})";
    }

    private static string FromItems(FieldModel field, string items) => field.List switch
    {
        ListKind.List => $"new {field.PropertyType}({items})",
        ListKind.ImmutableArray => $"global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray({items})",
        _ => items,
    };
}
