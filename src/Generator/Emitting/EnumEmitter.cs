using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The codec of an enum: its names, known when the record is compiled.</summary>
internal static class EnumEmitter
{
    internal static void Emit(CodeWriter code, EnumModel enumeration)
    {
        string spelling = $"{EmittedNames.CompilerServices}EnumSpelling<{enumeration.Type}>";
        code.Open($"internal readonly struct {enumeration.Codec} : {EmittedNames.CompilerServices}ITextCodec<{enumeration.Type}>");
        code.Line($"private static readonly {spelling} _spelling = new {spelling}()");
        code.Indented(enumeration.Members.Select((member, index) => Add(member) + (index + 1 < enumeration.Members.Count ? "" : ";"))).Line();
        code.Lines($$"""
            public string Expected => _spelling.Expected;

            public {{EmittedNames.CompilerServices}}CodecTraits Traits => {{EmittedNames.CompilerServices}}CodecTraits.None;

            public string? Format({{enumeration.Type}} value) => _spelling.Format(value);

            public bool TryParse(string text, out {{enumeration.Type}} value) => _spelling.TryParse(text, out value);
            """);
        code.Close().Line();
    }

    private static string Add(EnumMemberModel member)
    {
        string name = member.Name == member.WireName ? "" : ", " + member.Name;
        return $".Add({member.Value}, {member.WireName}{name}{(member.IsPreferred ? "" : ", isPreferred: false")}){(member.IsFallback ? $".ReadUnknownAs({member.Value})" : "")}";
    }
}
