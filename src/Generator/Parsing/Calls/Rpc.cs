using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Parsing;

/// <summary>An RPC, as a method of a class shows it that protoc's plugin generated.</summary>
/// <param name="Name">The RPC's name.</param>
/// <param name="Method">The method: of a client the one that takes <c>CallOptions</c> and does not block.</param>
/// <param name="Request">The request message.</param>
/// <param name="Response">The response message.</param>
internal sealed record Rpc(string Name, IMethodSymbol Method, RpcKind Kind, ITypeSymbol Request, ITypeSymbol Response)
{
    private const string Async = "Async";

    /// <summary>The RPCs of a client class.</summary>
    internal static IEnumerable<Rpc> OfClient(INamedTypeSymbol client) => Overridable(client).Select(OfClient).OfType<Rpc>();

    /// <summary>The RPCs of a service's base class.</summary>
    internal static IEnumerable<Rpc> OfService(INamedTypeSymbol service) => Overridable(service).Select(OfService).OfType<Rpc>();

    /// <summary>Whether a type is one of gRPC's own.</summary>
    internal static bool IsGrpc(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { ContainingNamespace: { Name: "Core", ContainingNamespace: { Name: "Grpc", ContainingNamespace.IsGlobalNamespace: true } } } && type.Name == name;

    private static Rpc? OfClient(IMethodSymbol method) => (method.Parameters.Length, method.ReturnType) switch
    {
        _ when !IsGrpc(method.Parameters.LastOrDefault()?.Type, "CallOptions") => null,
        (2, INamedTypeSymbol { TypeArguments: [var response] } call) when IsGrpc(call, "AsyncUnaryCall") && method.Name.EndsWith(Async, StringComparison.Ordinal) =>
            new(method.Name.Substring(0, method.Name.Length - Async.Length), method, RpcKind.Unary, method.Parameters[0].Type, response),
        (1, INamedTypeSymbol { TypeArguments: [var request, var response] } call) when IsGrpc(call, "AsyncClientStreamingCall") =>
            new(method.Name, method, RpcKind.ClientStreaming, request, response),
        (2, INamedTypeSymbol { TypeArguments: [var response] } call) when IsGrpc(call, "AsyncServerStreamingCall") =>
            new(method.Name, method, RpcKind.ServerStreaming, method.Parameters[0].Type, response),
        (1, INamedTypeSymbol { TypeArguments: [var request, var response] } call) when IsGrpc(call, "AsyncDuplexStreamingCall") =>
            new(method.Name, method, RpcKind.DuplexStreaming, request, response),
        _ => null,
    };

    private static Rpc? OfService(IMethodSymbol method) => method switch
    {
        { Parameters: [.., var context] } when !IsGrpc(context.Type, "ServerCallContext") => null,
        { Parameters: [var requests, _] } when ItemOf(requests, "IAsyncStreamReader") is ITypeSymbol request =>
            Result(method) is ITypeSymbol response ? new(method.Name, method, RpcKind.ClientStreaming, request, response) : null,
        { Parameters: [var request, _] } => Result(method) is ITypeSymbol response ? new(method.Name, method, RpcKind.Unary, request.Type, response) : null,
        { Parameters: [var request, var responses, _] } when ItemOf(responses, "IServerStreamWriter") is ITypeSymbol response =>
            ItemOf(request, "IAsyncStreamReader") is ITypeSymbol item
                ? new(method.Name, method, RpcKind.DuplexStreaming, item, response)
                : new(method.Name, method, RpcKind.ServerStreaming, request.Type, response),
        _ => null,
    };

    private static ITypeSymbol? ItemOf(IParameterSymbol stream, string name) =>
        stream.Type is INamedTypeSymbol { TypeArguments: [var item] } && IsGrpc(stream.Type, name) ? item : null;

    private static ITypeSymbol? Result(IMethodSymbol method) => method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [var result] } ? result : null;

    // A class of the user's may stand between.
    private static IEnumerable<IMethodSymbol> Overridable(INamedTypeSymbol type)
    {
        HashSet<IMethodSymbol> overridden = new(SymbolEqualityComparer.Default);
        for (INamedTypeSymbol? one = type; one is not null; one = one.BaseType)
        {
            foreach (IMethodSymbol method in one.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.OverriddenMethod is IMethodSymbol hidden)
                {
                    overridden.Add(hidden.OriginalDefinition);
                }

                if ((method.IsVirtual || method.IsAbstract || method is { IsOverride: true, IsSealed: false }) && !overridden.Contains(method.OriginalDefinition))
                {
                    yield return method;
                }
            }
        }
    }
}
