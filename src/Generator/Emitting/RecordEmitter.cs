using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The generated part of a record.</summary>
internal static class RecordEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        PrintingEmitter.EmitAttributes(code, record.Type, record.Printing);
        code.Line($"[{DescriptorEmitter.Attribute(record.Type)}{HiddenKeys(record)}]");
        code.Line(record.Type.Declaration + " :").Indented(EmittedNames.Interfaces(record.Type)).Open();
        ConstructorEmitter.Emit(code, record);
        KeysEmitter.Emit(code, record);
        ConversionEmitter.Emit(code, record.Type);
        EmitShared(code, record.Type, record.Printing, record.Equality);
        ReadEmitter.EmitValidate(code, record);
        KeysEmitter.EmitTyped(code, record);
        DescriptorEmitter.Emit(code, record);
        ValuesEmitter.Emit(code, record);
        if (record.Announcement is string announce)
        {
            code.Line("/// <summary>Runs when the assembly is loaded, before the first call.</summary>");
            code.Line(FileEmitter.GeneratedCode);
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            code.Line($"internal static void __Announce() => {EmittedNames.CompilerServices}TracedKeys.{announce}<{record.Type.FullName}>();");
        }

        code.Close();
    }

    private static string HiddenKeys(RecordModel record) =>
        record.HiddenKeys.Count == 0 ? "" : $"({nameof(HiddenKeys)} = new[] {{ {string.Join(", ", record.HiddenKeys.Select(key => $"\"{key}\""))} }})";

    /// <summary>The part of an abstract record: its keys belong to the records that derive from it.</summary>
    internal static void Emit(CodeWriter code, AbstractModel record)
    {
        PrintingEmitter.EmitAttributes(code, record.Type, record.Printing);
        code.Open(record.Type.Declaration);
        EmitShared(code, record.Type, record.Printing, record.Equality);
        code.Close();
    }

    private static void EmitShared(CodeWriter code, TypeModel type, PrintingModel printing, EqualityModel? equality)
    {
        PrintingEmitter.Emit(code, type, printing);
        if (equality is not null)
        {
            EqualityEmitter.Emit(code, type, equality);
        }
    }
}
