using System.Globalization;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The nested class that knows how the record is laid out, read and written.</summary>
internal static class DescriptorEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        if (record.Type.Target.HasStaticMembers)
        {
            EmitAccess(code, record.Type, $"=> {ReservedMembers.Descriptor}.Instance;");
        }
        else
        {
            EmitAttribute(code, record.Type);
        }

        code.Line(FileEmitter.GeneratedCode);
        code.Open($"private sealed class {ReservedMembers.Descriptor} : {EmittedNames.Descriptor(record.Type)}");
        code.Line($"internal static readonly {ReservedMembers.Descriptor} Instance = new();").Line();
        code.Line($"public override {EmittedNames.CompilerServices}MetadataLayout Layout {{ get; }} =");
        code.Indented([$"new {EmittedNames.CompilerServices}MetadataLayout({string.Join(", ", Arguments(record))}){Initializer(record.Type)}{string.Concat(record.Nested.Select(Nesting))};"]).Line();
        ReadEmitter.Emit(code, record);
        PlainReadEmitter.Emit(code, record);
        WriteEmitter.Emit(code, record);
        code.Close().Line();
    }

    /// <summary>The attribute by which the runtime finds what it knows by its type alone.</summary>
    internal static string Attribute(TypeModel type) =>
        type.Target.HasStaticMembers ? $"{EmittedNames.CompilerServices}MetadataRecord<{type.FullName}>" : $"{type.FullName}.{ReservedMembers.Record}";

    /// <summary>The member of the interface by which the runtime finds the descriptor.</summary>
    internal static void EmitAccess(CodeWriter code, TypeModel type, string body)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"static {EmittedNames.Descriptor(type)} {EmittedNames.Contract(type)}.Descriptor {body}").Line();
    }

    // Not a generic one: .NET Framework cannot look it up.
    private static void EmitAttribute(CodeWriter code, TypeModel type)
    {
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"private sealed class {ReservedMembers.Record} : {EmittedNames.CompilerServices}MetadataRecordAttribute");
        code.Line($"public override object? Descriptor => {ReservedMembers.Descriptor}.Instance;").Line();
        code.Line($"public override void Accept({EmittedNames.CompilerServices}IRecordVisitor visitor) => visitor.Visit<{type.FullName}>();");
        code.Close().Line();
    }

    private static IEnumerable<string> Arguments(RecordModel record)
    {
        string positions = string.Join(" | ", record.Type.Positions.Select(position => $"{EmittedNames.Root}MetadataPositions.{position}").DefaultIfEmpty("default"));
        return record.Keys.Select(key => $"{ReservedMembers.TypedKeys}.{key.Property}").Prepend(positions).Prepend($"\"{record.Type.DisplayName}\"");
    }

    private static string Initializer(TypeModel type)
    {
        List<string> options = [];
        if (type.MaxSize > 0)
        {
            options.Add($"MaxSize = {type.MaxSize.ToString(CultureInfo.InvariantCulture)}");
        }

        if (type.Summary is string summary)
        {
            options.Add($"Summary = {Identifiers.Literal(summary)}");
        }

        return options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
    }

    private static string Nesting(NestedModel nested)
    {
        List<string> arguments = [$"\"{nested.Property.TrimStart('@')}\""];
        if (nested.Prefix.Length != 0)
        {
            arguments.Add($"prefix: \"{nested.Prefix}\"");
        }

        if (nested.Sensitive)
        {
            arguments.Add("sensitive: true");
        }

        if (nested.Shape.Presence != Presence.Required)
        {
            arguments.Add("optional: true");
        }

        return $".Nest<{nested.Shape.Type}>({string.Join(", ", arguments)})";
    }
}
