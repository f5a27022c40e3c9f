using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>What the record's ToString and a debugger show: all that they would by themselves, with *** for secrets and the number of bytes.</summary>
internal static class PrintingEmitter
{
    internal static void EmitAttributes(CodeWriter code, TypeModel type, PrintingModel printing)
    {
        if (printing.WritesDisplay)
        {
            code.Line("[global::System.Diagnostics.DebuggerDisplay(\"{ToString(),nq}\")]");
        }

        if (printing.Viewed.Count != 0)
        {
            code.Line($"[global::System.Diagnostics.DebuggerTypeProxy(typeof({type.FullName}.{ReservedMembers.DebugView}))]");
        }
    }

    internal static void Emit(CodeWriter code, TypeModel type, PrintingModel printing)
    {
        if (printing.Printed.Count != 0)
        {
            EmitPrintMembers(code, type, printing);
        }

        if (printing.Viewed.Count != 0)
        {
            EmitDebugView(code, type, printing.Viewed);
        }
    }

    private static void EmitPrintMembers(CodeWriter code, TypeModel type, PrintingModel printing)
    {
        string modifiers = type.Base.Length != 0 ? "protected override"
            : type is { IsValueType: false, IsSealed: false } ? "protected virtual"
            : "private";
        code.Line("/// <summary>Writes the members for <c>ToString</c>: <c>***</c> for a sensitive one, and the number of bytes.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Open($"{modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)");
        code.Line($"{EmittedNames.CompilerServices}MemberPrinter printer = new(builder{(printing.PrintsBase ? ", follows: base.PrintMembers(builder)" : "")});");
        foreach (PrintedMember member in printing.Printed)
        {
            code.Line(member.Sensitive
                ? $"printer.PrintSensitive(\"{member.Label}\");"
                : $"printer.Print(\"{member.Label}\", {Shown("this", member)});");
        }

        code.Line("return true;");
        code.Close().Line();
    }

    private static void EmitDebugView(CodeWriter code, TypeModel type, EquatableArray<PrintedMember> members)
    {
        bool maySeeOther = type.Base.Length != 0 && type.Containers.Count != 0;
        code.Line(FileEmitter.GeneratedCode);
        if (maySeeOther)
        {
            code.Line("#pragma warning disable CS0108 // the base may stand around the record, and have a view too");
        }

        code.Open($"private sealed class {ReservedMembers.DebugView}");
        if (maySeeOther)
        {
            code.Line("#pragma warning restore CS0108");
        }

        code.Line($"private readonly {type.FullName} __record;").Line();
        code.Line($"public {ReservedMembers.DebugView}({type.FullName} record) => this.__record = record;").Line();
        foreach (PrintedMember member in members)
        {
            code.Line($"public object? {member.Name} => {(member.Sensitive ? "\"***\"" : Shown("this.__record", member))};");
        }

        code.Close().Line();
    }

    // What is no object can only be shown as text.
    private static string Shown(string owner, PrintedMember member) => $"{owner}.{member.Name}{(member.IsRefLike ? ".ToString()" : "")}";
}
