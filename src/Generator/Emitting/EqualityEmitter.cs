using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Equality by content, so that a record that was read equals the one that was sent.</summary>
internal static class EqualityEmitter
{
    // HashCode.Combine takes eight values.
    private const int MostCombined = 8;

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
        List<string> hashed = [.. equality.Members.Select(Hashed)];
        if (type.Base.Length != 0)
        {
            hashed.Insert(0, "base.GetHashCode()");
        }

        code.Line("public override int GetHashCode() =>");
        code.Indented([Combine(hashed) + ";"]).Line();
    }

    private static string Combine(List<string> values) => values.Count <= MostCombined
        ? $"global::System.HashCode.Combine({string.Join(", ", values)})"
        : $"global::System.HashCode.Combine({string.Join(", ", values.Take(MostCombined - 1))}, {Combine(values.GetRange(MostCombined - 1, values.Count - MostCombined + 1))})";

    private static string Of(string owner, ComparedMember member) =>
        member.Interface is null ? $"{owner}.{member.Name}" : $"(({member.Interface}){owner}).{member.Name}";

    private static string Equal(ComparedMember member) => member.Content == ContentKind.None
        ? $"global::System.Collections.Generic.EqualityComparer<{member.Type}>.Default.Equals({Of("this", member)}, {Of("other", member)})"
        : $"{EmittedNames.CompilerServices}ContentEquality.Equal{member.Content}({Of("this", member)}, {Of("other", member)})";

    private static string Hashed(ComparedMember member) => member.Content == ContentKind.None
        ? Of("this", member)
        : $"{EmittedNames.CompilerServices}ContentEquality.Hash{member.Content}({Of("this", member)})";
}
