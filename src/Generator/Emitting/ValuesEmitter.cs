using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The values between parsing and construction, so that a record is constructed only when every one of them is good.</summary>
internal static class ValuesEmitter
{
    internal static void Emit(CodeWriter code, RecordModel record)
    {
        code.Open($"private struct {ReservedMembers.Values}");
        foreach (MemberModel member in record.Members)
        {
            string value = TypeOf(member);
            code.Line($"public {(member.Shape.IsAlwaysSet ? value : $"{EmittedNames.CompilerServices}Found<{value}>")} {member.Property};");
        }

        code.Close().Line();
    }

    private static string TypeOf(MemberModel member) => member switch
    {
        KeyModel { Collection: not (CollectionKind.None or CollectionKind.Map) } list => list.ValueType + "[]",
        _ => member.Shape.Type,
    };
}
