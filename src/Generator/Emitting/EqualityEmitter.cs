using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Equality by content, so that a record that was read equals the one that was sent.</summary>
internal static class EqualityEmitter
{
    internal static void Emit(CodeWriter code, TypeModel type, EqualityModel equality)
    {
        bool isOpen = type is { IsValueType: false, IsSealed: false };
        code.Line("/// <summary>Whether all members are equal; bytes and lists by what they hold.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"public {(isOpen ? "virtual " : "")}bool Equals({EmittedNames.Nullable(type)} other) =>");
        List<string> terms = [.. equality.Members.Select(Equal)];
        if (type.Base.Length != 0)
        {
            terms.InsertRange(0, ["other is not null", $"base.Equals(({type.Base}?)other)"]);
        }
        else if (isOpen)
        {
            terms.InsertRange(0, ["other is not null", "this.EqualityContract == other.EqualityContract"]);
        }
        else if (!type.IsValueType)
        {
            terms.Insert(0, "other is not null");
        }

        code.Indented(terms.Select((term, index) => (index == 0 ? "" : "&& ") + term + (index + 1 == terms.Count ? ";" : ""))).Line();
        if (!equality.WritesGetHashCode)
        {
            return;
        }

        code.Line("/// <summary>A hash of all members; of bytes and lists by what they hold.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Open("public override int GetHashCode()");
        code.Line("global::System.HashCode hash = default;");
        if (type.Base.Length != 0)
        {
            code.Line("hash.Add(base.GetHashCode());");
        }

        foreach (ComparedMember member in equality.Members)
        {
            code.Line(member.ByContent
                ? $"hash.Add({EmittedNames.CompilerServices}ContentEquality.Hash({Of("this", member)}));"
                : $"hash.Add({Of("this", member)});");
        }

        code.Line("return hash.ToHashCode();");
        code.Close().Line();
    }

    private static string Of(string owner, ComparedMember member) =>
        member.Interface is null ? $"{owner}.{member.Name}" : $"(({member.Interface}){owner}).{member.Name}";

    private static string Equal(ComparedMember member) => member.ByContent
        ? $"{EmittedNames.CompilerServices}ContentEquality.Equal({Of("this", member)}, {Of("other", member)})"
        : $"global::System.Collections.Generic.EqualityComparer<{member.Type}>.Default.Equals({Of("this", member)}, {Of("other", member)})";
}
