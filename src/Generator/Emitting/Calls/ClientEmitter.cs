using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>The generated part of a typed client: its constructors, protoc's client, and two methods for each RPC.</summary>
internal static class ClientEmitter
{
    private const string Core = "global::Grpc.Core.";
    private const string Calls = EmittedNames.CompilerServices + "TypedCalls";

    internal static void Emit(CodeWriter code, CallsModel model)
    {
        if (model.Target is not string target)
        {
            EmitConstructor(code, model, Core + "ChannelBase", "channel", "a new instance", " => throw new global::System.NotSupportedException();");
            EmitConstructor(code, model, Core + "CallInvoker", "callInvoker", "a new instance", " => throw new global::System.NotSupportedException();");
            return;
        }

        string client = model.ClientProperty;
        EmitConstructor(code, model, Core + "ChannelBase", "channel", "a new instance that calls over a channel", $" : this({Calls}.CreateInvoker(channel)) {{ }}");
        EmitConstructor(code, model, Core + "CallInvoker", "callInvoker", "a new instance that calls through a call invoker", $" : this(new {target}(callInvoker)) {{ }}");
        EmitConstructor(code, model, target, "client", "a new instance that calls through protoc's client", $" => {client} = client ?? throw new global::System.ArgumentNullException(nameof(client));");
        code.Line("/// <summary>Gets the client that protoc's plugin generated, for calls without typed metadata.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"{model.Visibility} {target} {client} {{ get; }}").Line();
        foreach (RpcModel rpc in model.Rpcs)
        {
            Emit(code, rpc, client);
        }
    }

    private static void EmitConstructor(CodeWriter code, CallsModel model, string type, string parameter, string what, string body)
    {
        if (!model.Constructors.Contains(type))
        {
            return;
        }

        string visibility = type == model.Target ? model.Visibility : Visibilities.Public;
        code.Line($"/// <summary>Initializes {what}.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"{visibility} {model.Declaration.Name}({type} {parameter}){body}").Line();
    }

    private static void Emit(CodeWriter code, RpcModel rpc, string client)
    {
        // Sequences, not arrays: to join arrays, C# would use System.Memory, and the generator depends on nothing.
        IEnumerable<string> message = rpc.HasRequestStream ? [] : ["request"];
        IEnumerable<string> request = message.Select(name => $"{rpc.Request} {name}");
        IEnumerable<string> records = rpc.Requests.Select(record => $"{record.Type} {record.Parameter}");
        IEnumerable<string> given = message.Concat(rpc.Requests.Select(record => record.Parameter));
        string call = CallType(rpc);

        // An RPC may have the name of a parameter, so it is called as a member.
        EmitHead(code, rpc);
        code.Line($"{rpc.Visibility} {call} {rpc.Name}({Join([.. request, .. records, $"{EmittedNames.Root}Deadline deadline = default", "global::System.Threading.CancellationToken cancellationToken = default"])}) =>");
        code.Line($"    this.{rpc.Name}({Join([.. given, $"{Calls}.Options(deadline, cancellationToken)"])});").Line();

        EmitHead(code, rpc);
        code.Line($"{rpc.Visibility} {call} {rpc.Name}({Join([.. request, .. records, Core + "CallOptions options"])}) =>");
        code.Line($"    new(this.{client}.{rpc.Method}({Join([.. message, Options(rpc)])}));").Line();
    }

    // Called as what they are, since a record may have extension methods of its own.
    private static string Options(RpcModel rpc) =>
        rpc.Requests.Aggregate("options", static (options, record) => $"{EmittedNames.Root}CallOptionsExtensions.WithMetadata({options}, {record.Parameter})");

    private static void EmitHead(CodeWriter code, RpcModel rpc)
    {
        string parameters = rpc.HasRequestStream ? Core + "CallOptions" : $"{rpc.Request}, {Core}CallOptions";
        code.Line($"/// <inheritdoc cref=\"{rpc.Owner}.{rpc.Method}({parameters})\"/>");
        if (rpc.Obsolete is string obsolete)
        {
            code.Line(obsolete);
        }

        code.Line(FileEmitter.GeneratedCode);
    }

    private static string CallType(RpcModel rpc)
    {
        string shape = (rpc.Initial, rpc.Trailing) switch
        {
            (not null, null) => "WithInitial",
            (null, not null) => "WithTrailing",
            _ => "",
        };
        string?[] arguments = [rpc.HasRequestStream ? rpc.Request : null, rpc.Response, rpc.Initial, rpc.Trailing];
        return $"{EmittedNames.Root}Typed{rpc.Kind}Call{shape}<{Join(arguments.OfType<string>())}>";
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
