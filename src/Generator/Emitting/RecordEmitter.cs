using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The generated part of a record.</summary>
internal static class RecordEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        if (record.WritesPrintMembers)
        {
            code.Line("[global::System.Diagnostics.DebuggerDisplay(\"{ToString(),nq}\")]");
        }

        code.Line(record.Type.Declaration + " :").Indented(Names.Interfaces(record.Type)).Open();
        ConstructorEmitter.Emit(code, record);
        KeysEmitter.Emit(code, record);
        ConversionEmitter.Emit(code, record.Type);
        LayoutEmitter.Emit(code, record);
        ReadEmitter.Emit(code, record);
        WriteEmitter.Emit(code, record);
        if (record.WritesPrintMembers)
        {
            PrintMembersEmitter.Emit(code, record);
        }

        if (record.Equality is EqualityModel equality)
        {
            EqualityEmitter.Emit(code, record.Type, equality);
        }

        ParsedEmitter.Emit(code, record);
        code.Close();
    }
}
