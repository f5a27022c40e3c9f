using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>A place of grpc-dotnet's own that sends metadata, and what is given to it.</summary>
internal sealed class RecordSink
{
    private const string Thrown = "RpcException";

    private RecordSink(IOperation value, string name, Position position, string cost, string when = "")
    {
        Value = value;
        Name = name;
        Position = position;
        Cost = cost;
        Remedy = position.Remedy + when;
    }

    internal IOperation Value { get; }

    internal string Name { get; }

    internal Position Position { get; }

    /// <summary>What a record loses here that its typed method would give it.</summary>
    internal string Cost { get; }

    internal string Remedy { get; }

    /// <summary>Whether it is an exception, which needs no call at hand.</summary>
    internal bool IsThrown => Name == Thrown;

    internal static RecordSink? Of(IInvocationOperation call, UsageSymbols known)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.Name == "WriteResponseHeadersAsync" && known.IsServerCall(method.ContainingType) && call.Arguments.For(0) is IOperation headers)
        {
            return new RecordSink(headers, method.Name, Position.Initial, "which pads its -bin values");
        }

        return Trailers(call, known) is IOperation trailers
            ? new RecordSink(trailers, "ResponseTrailers", Position.Trailing, "where writing it again repeats its keys")
            : Of(method, call.Arguments, known);
    }

    /// <summary>A constructor, of RpcException as a base too, or a call with headers.</summary>
    internal static RecordSink? Of(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, UsageSymbols known)
    {
        bool isThrown = method.MethodKind == MethodKind.Constructor && UsageSymbols.Same(method.ContainingType, known.RpcException);
        bool isCall = UsageSymbols.Same(method.ContainingType, known.CallOptions) || IsClient(method.ContainingType, known);
        if ((isThrown || isCall) && arguments.FirstOrDefault(argument => UsageSymbols.Same(argument.Parameter?.Type, known.Metadata)) is { ArgumentKind: ArgumentKind.Explicit } given)
        {
            return isThrown
                ? new RecordSink(given.Value, Thrown, Position.Trailing, "which adds it to trailers that are set already", " before you throw")
                : new RecordSink(given.Value, method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name, Position.Request, "");
        }

        return null;
    }

    // What is written to the trailers of a call: a record at once, or entry by entry in a loop over it.
    private static IOperation? Trailers(IInvocationOperation call, UsageSymbols known)
    {
        if (call.TargetMethod.Name == "Write" && UsageSymbols.Same(call.TargetMethod.ContainingType, known.MetadataExtensions))
        {
            return call.Arguments.For(0).IsServerProperty("ResponseTrailers", known) ? call.Arguments.For(1) : null;
        }

        return call.TargetMethod is { Name: "Add", Parameters.Length: 1 } && call.Instance.IsServerProperty("ResponseTrailers", known) && call.Arguments.For(0)?.Unconverted() is ILocalReferenceOperation entry
            ? LoopedOver(entry)
            : null;
    }

    private static IOperation? LoopedOver(ILocalReferenceOperation entry)
    {
        for (IOperation? around = entry.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop && UsageSymbols.Same(variable.Symbol, entry.Local))
            {
                return loop.Collection;
            }
        }

        return null;
    }

    private static bool IsClient(INamedTypeSymbol? type, UsageSymbols known)
    {
        for (INamedTypeSymbol? current = type?.BaseType; current is not null; current = current.BaseType)
        {
            if (UsageSymbols.Same(current, known.ClientBase))
            {
                return true;
            }
        }

        return false;
    }
}
