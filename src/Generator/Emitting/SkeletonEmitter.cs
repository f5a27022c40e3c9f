using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>
/// Declares a record that breaks a structural rule. Other declarations bind to it, so that the compiler comes as far as the rule's own
/// message, which stands here for builds without analyzers.
/// </summary>
internal static class SkeletonEmitter
{
    internal static void Emit(CodeWriter code, SkeletonModel skeleton, bool analyzersRun)
    {
        TypeModel type = skeleton.Type;
        if (type.IsAbstract)
        {
            code.Open(type.Declaration);
            EmitUse(code, skeleton);
            EmitRejections(code, skeleton, analyzersRun);
            code.Close();
            return;
        }

        EmitContract(code, skeleton, analyzersRun);
    }

    private static void EmitContract(CodeWriter code, SkeletonModel skeleton, bool analyzersRun)
    {
        TypeModel type = skeleton.Type;
        code.Line(type.Declaration + " :").Indented(EmittedNames.Interfaces(type)).Open();
        if (skeleton.Keys.Count != 0)
        {
            EmitKeys(code, skeleton);
        }

        if (!skeleton.DeclaresToMetadata)
        {
            ConversionEmitter.EmitToMetadata(code, "=> throw new global::System.NotSupportedException();");
        }

        if (!skeleton.DeclaresConversion)
        {
            ConversionEmitter.EmitConversion(code, type, "=> throw new global::System.NotSupportedException();");
        }

        if (type.Target.HasStaticMembers)
        {
            DescriptorEmitter.EmitAccess(code, type, $"=> throw {Rejections(skeleton)};");
        }
        else
        {
            EmitUse(code, skeleton);
        }

        EmitRejections(code, skeleton, analyzersRun);
        code.Close();
    }

    // Where nothing of an interface would call them.
    private static void EmitUse(CodeWriter code, SkeletonModel skeleton) =>
        code.Line($"private static global::System.Exception RejectedMetadataRules => {Rejections(skeleton)};").Line();

    private static void EmitRejections(CodeWriter code, SkeletonModel skeleton, bool analyzersRun)
    {
        for (int i = 0; i < skeleton.Problems.Count; i++)
        {
            string problem = SymbolDisplay.FormatLiteral(skeleton.Problems[i], quote: true);
            if (!analyzersRun && skeleton.IsObsolete)
            {
                code.Line("#error " + skeleton.Problems[i]);
            }

            if (!analyzersRun)
            {
                code.Line($"[global::System.Obsolete({problem}, error: true)]");
            }

            // Who lets the build pass all the same is told when the record is used.
            code.Line($"private static global::System.Exception {Rejection(i)}() => new global::System.NotSupportedException({problem});").Line();
        }
    }

    private static string Rejections(SkeletonModel skeleton) =>
        $"new global::System.AggregateException({string.Join(", ", skeleton.Problems.Select((_, index) => Rejection(index) + "()"))})";

    private static string Rejection(int index) => ReservedMembers.Rejection + (index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture));

    private static void EmitKeys(CodeWriter code, SkeletonModel skeleton)
    {
        KeysEmitter.Open(code);
        foreach (SkeletonKey key in skeleton.Keys)
        {
            code.Line($"/// <summary>The key of {key.Name.TrimStart('@')}.</summary>");
            code.Line($"public static {EmittedNames.Root}MetadataKey<{key.Type}> {key.Name} => throw new global::System.NotSupportedException();");
        }

        code.Close().Line();
    }
}
