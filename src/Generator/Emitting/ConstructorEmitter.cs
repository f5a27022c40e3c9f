using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

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
            code.Open($"public {record.Type.ConstructorName}()").Close().Line();
        }

        code.Line(FileEmitter.GeneratedCode);
        if (record.Type.Target.HasSetsRequiredMembers || record.HasRequiredMembers)
        {
            code.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }

        code.Line($"private {record.Type.ConstructorName}(in {ReservedMembers.Values} values)");
        code.Indented([$": this({string.Join(", ", record.PrimaryParameters.Select(parameter => Argument(record, parameter)))})"]);
        code.Open();
        foreach (MemberModel member in record.Members.Where(member => !member.Shape.IsPositional))
        {
            Assign(code, member);
        }

        code.Close().Line();
    }

    // An absent key leaves the property as its initializer or the constructor made it.
    private static void Assign(CodeWriter code, MemberModel member)
    {
        if (member.Shape.IsAlwaysSet)
        {
            code.Line($"this.{member.Property} = {FromParsed(member, "values." + member.Property)};");
            return;
        }

        code.Open($"if (values.{member.Property}.HasValue)");
        code.Line($"this.{member.Property} = {FromParsed(member, $"values.{member.Property}.Value")};");
        code.Close().Line();
    }

    private static string Argument(RecordModel record, ParameterModel parameter) =>
        record.Members.FirstOrDefault(member => member.Property == parameter.Property) is MemberModel member ? Value(member, parameter.Default ?? "null")
        : parameter.Default == "default" ? $"default({parameter.Type})"
        : parameter.Default == "null" ? $"default({parameter.Type}){(parameter.Type.EndsWith("?", StringComparison.Ordinal) ? "" : "!")}"
        : $"({parameter.Type})({parameter.Default})";

    private static string Value(MemberModel member, string absent)
    {
        string parsed = "values." + member.Property;
        if (member.Shape.IsAlwaysSet)
        {
            return FromParsed(member, parsed);
        }

        if (IsList(member) || (member.Shape.IsValueType && absent == "null"))
        {
            return $"{parsed}.HasValue ? {FromParsed(member, parsed + ".Value")} : default({member.Shape.Type}?)";
        }

        return absent == "null" ? $"{parsed}.OrNull()" : $"{parsed}.Or({absent})";
    }

    private static bool IsList(MemberModel member) => member is KeyModel { Collection: not (CollectionKind.None or CollectionKind.Map) };

    private static string FromParsed(MemberModel member, string value) => member switch
    {
        KeyModel { Collection: CollectionKind.List } => $"new {member.Shape.Type}({value})",
        KeyModel { Collection: CollectionKind.ImmutableArray } => $"global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray({value})",
        _ => value,
    };
}
