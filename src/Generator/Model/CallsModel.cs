namespace TypedMetadata.Generator.Model;

/// <summary>Everything that the emitter prints for a typed client or a typed service.</summary>
/// <param name="Target">The class of protoc's plugin, with <c>global::</c>, or null where there is none to call.</param>
/// <param name="WritesBase">Whether the generated part of a service names its base, since the user's part does not.</param>
/// <param name="ClientProperty">The property of a typed client that holds protoc's client.</param>
/// <param name="Constructors">The parameters of a typed client's constructors, with <c>global::</c>.</param>
/// <param name="Problems">The messages of the structural rules that it breaks.</param>
internal sealed record CallsModel(
    DeclarationModel Declaration,
    bool IsService,
    string? Target,
    bool WritesBase,
    string Visibility,
    string ClientProperty,
    EquatableArray<string> Constructors,
    EquatableArray<RpcModel> Rpcs,
    EquatableArray<string> Problems);

/// <summary>A class as another part of it must repeat it.</summary>
/// <param name="HintName">The generated file's name without its ending.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Containers">The declarations around it, outermost first.</param>
/// <param name="Declaration">Such as <c>partial class GreeterCalls</c>.</param>
/// <param name="Name">Its own name, escaped if it is a keyword.</param>
/// <param name="FullName">With <c>global::</c>, and without type arguments, as <c>typeof</c> takes it in an attribute.</param>
internal sealed record DeclarationModel(string HintName, string Namespace, EquatableArray<string> Containers, string Declaration, string Name, string FullName);

/// <summary>One RPC of a service.</summary>
/// <param name="Name">Its name, escaped if it is a keyword.</param>
/// <param name="Method">The method of protoc's class, escaped if it is a keyword.</param>
/// <param name="Owner">The class that declares that method.</param>
/// <param name="Request">The request message's type.</param>
/// <param name="Response">The response message's type.</param>
/// <param name="Visibility">What the generated method may be: the types that it names may be less than public.</param>
/// <param name="Obsolete">The attribute of a deprecated RPC, or null.</param>
/// <param name="Initial">The record of initial metadata, or null.</param>
/// <param name="Trailing">The record of trailing metadata, or null.</param>
/// <param name="Contract">The attributes that a contract on a class of its own has for it, which the method repeats for the server.</param>
internal sealed record RpcModel(
    string Name,
    string Method,
    string Owner,
    RpcKind Kind,
    string Request,
    string Response,
    string Visibility,
    string? Obsolete,
    EquatableArray<RequestRecord> Requests,
    string? Initial,
    string? Trailing,
    EquatableArray<string> Contract)
{
    public bool HasRequestStream => Kind is RpcKind.ClientStreaming or RpcKind.DuplexStreaming;

    public bool HasResponseStream => Kind is RpcKind.ServerStreaming or RpcKind.DuplexStreaming;
}

/// <summary>A record of request metadata.</summary>
/// <param name="Parameter">The name of the parameter that it is, escaped if it is a keyword.</param>
/// <param name="IsRequired">Whether a call without it is rejected.</param>
internal sealed record RequestRecord(string Type, string Parameter, bool IsRequired);

/// <summary>The four kinds of RPC.</summary>
internal enum RpcKind
{
    Unary,
    ClientStreaming,
    ServerStreaming,
    DuplexStreaming,
}
