using System.Globalization;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The file of one typed client or typed service.</summary>
internal static class CallsFileEmitter
{
    internal static string Emit(CallsModel model, bool analyzersRun) => FileEmitter.Emit(
        model.Declaration.Namespace,
        model.Declaration.Containers,
        ["CS0612, CS0618, CS0672 // RPCs may be deprecated"],
        code =>
        {
            code.Line(model is { IsService: true, WritesBase: true, Target: string target } ? $"{model.Declaration.Declaration} : {target}" : model.Declaration.Declaration).Open();
            if (model.IsService)
            {
                ServiceEmitter.Emit(code, model);
            }
            else
            {
                ClientEmitter.Emit(code, model);
            }

            if (!analyzersRun)
            {
                EmitRejections(code, model);
            }

            code.Close();
        });

    // A rule's own message, for builds without analyzers: a class with a member that uses what is obsolete as an error does not compile.
    private static void EmitRejections(CodeWriter code, CallsModel model)
    {
        for (int i = 0; i < model.Problems.Count; i++)
        {
            string name = ReservedMembers.Rejection + (i + 1).ToString(CultureInfo.InvariantCulture);
            code.Line($"private static global::System.Exception {name}Rule => {name}();").Line();
            code.Line($"[global::System.Obsolete({Identifiers.Literal(model.Problems[i])}, error: true)]");
            code.Line($"private static global::System.Exception {name}() => new global::System.NotSupportedException();").Line();
        }
    }
}
