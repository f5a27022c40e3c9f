using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The generated part of a typed service: for each RPC an abstract method that handles it, and the override of protoc's method that calls it.</summary>
internal static class ServiceEmitter
{
    private const string Context = "global::Grpc.Core.ServerCallContext";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Handling = EmittedNames.CompilerServices + "TypedHandling";

    internal static void Emit(CodeWriter code, CallsModel model)
    {
        foreach (RpcModel rpc in model.Target is null ? default : model.Rpcs)
        {
            EmitHandler(code, rpc);
            EmitOverride(code, rpc, model.Declaration.FullName);
        }
    }

    private static void EmitHandler(CodeWriter code, RpcModel rpc)
    {
        IEnumerable<string> records = rpc.Requests.Select(record => $"{record.Type}{(record.IsRequired ? "" : "?")} {record.Parameter}");
        code.Line($"/// <inheritdoc cref=\"{rpc.Owner}.{rpc.Method}({string.Join(", ", MessageTypes(rpc).Append(Context)).Replace('<', '{').Replace('>', '}')})\"/>");
        EmitAttributes(code, rpc);
        code.Line($"{(rpc.Visibility == "public" ? "protected" : "private protected")} abstract {HandlerResult(rpc)} {rpc.Name}({string.Join(", ", [.. Messages(rpc), .. records, $"{CallContext(rpc)} call"])});").Line();
    }

    private static void EmitOverride(CodeWriter code, RpcModel rpc, string service)
    {
        code.Line("/// <inheritdoc/>");
        EmitAttributes(code, rpc);
        foreach (string contract in rpc.Contract)
        {
            code.Line(contract);
        }

        IEnumerable<string> read = rpc.Requests.Where(record => record.IsRequired).Select(record => $"typeof({record.Type})");
        code.Line($"[{EmittedNames.CompilerServices}TypedMethod({string.Join(", ", read.Prepend($"typeof({service})"))})]");
        code.Open($"public sealed override {(rpc.HasResponseStream ? Task : $"{Task}<{rpc.Response}>")} {rpc.Name}({string.Join(", ", [.. Messages(rpc), Context + " context"])})");
        if (rpc.Requests.Count != 0)
        {
            code.Line($"{EmittedNames.CompilerServices}TypedRequest metadata = new(context);");
            foreach (RequestRecord record in rpc.Requests)
            {
                string valid = "__valid" + record.Parameter.TrimStart('@');
                code.Line(record.IsRequired
                    ? $"{record.Type} {record.Parameter} = metadata.Read<{record.Type}>();"
                    : $"{record.Type}? {record.Parameter} = metadata.TryRead(out {record.Type} {valid}) ? {valid} : null;");
            }

            code.Line("metadata.ThrowIfRejected();");
        }

        string handling = $"this.{rpc.Name}({string.Join(", ", [.. Names(rpc), .. rpc.Requests.Select(record => record.Parameter), $"new {CallContext(rpc)}(context)"])})";
        code.Line($"return {(rpc.Trailing is null ? handling : $"{Handling}.{(rpc.HasResponseStream ? "EndAsync" : "RespondAsync")}({handling}, context)")};").Close().Line();
    }

    private static void EmitAttributes(CodeWriter code, RpcModel rpc)
    {
        if (rpc.Obsolete is string obsolete)
        {
            code.Line(obsolete);
        }

        code.Line(FileEmitter.GeneratedCode);
    }

    private static string HandlerResult(RpcModel rpc) => (rpc.HasResponseStream, rpc.Trailing) switch
    {
        (true, null) => Task,
        (true, string trailing) => $"{Task}<{trailing}>",
        (false, null) => $"{Task}<{rpc.Response}>",
        (false, string trailing) => $"{Task}<{EmittedNames.Root}TypedResponse<{rpc.Response}, {trailing}>>",
    };

    private static string CallContext(RpcModel rpc) => $"{EmittedNames.Root}TypedCallContext{(rpc.Initial is string initial ? $"<{initial}>" : "")}";

    private static IEnumerable<string> Messages(RpcModel rpc) => MessageTypes(rpc).Zip(Names(rpc), static (type, name) => $"{type} {name}");

    private static IEnumerable<string> MessageTypes(RpcModel rpc)
    {
        yield return rpc.HasRequestStream ? $"global::Grpc.Core.IAsyncStreamReader<{rpc.Request}>" : rpc.Request;
        if (rpc.HasResponseStream)
        {
            yield return $"global::Grpc.Core.IServerStreamWriter<{rpc.Response}>";
        }
    }

    private static IEnumerable<string> Names(RpcModel rpc)
    {
        yield return rpc.HasRequestStream ? "requestStream" : "request";
        if (rpc.HasResponseStream)
        {
            yield return "responseStream";
        }
    }
}
