namespace TypedMetadata;

/// <summary>
/// Makes an abstract partial class a typed service: the source generator derives it from the service's base class and adds an abstract method for each RPC, whose parameters are the
/// records that <c>[RequestMetadata&lt;T&gt;]</c> names and which returns that of <c>[TrailingMetadata&lt;T&gt;]</c>.
/// </summary>
/// <remarks>
/// Handle the calls in a class that derives from it, and map that with <c>MapGrpcService&lt;T&gt;()</c>. The server needs <c>services.AddGrpc().AddTypedMetadata()</c>.
/// </remarks>
/// <typeparam name="TBase">The base class that protoc's plugin generated, such as <c>Greeter.GreeterBase</c> (TMD121).</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TypedServiceAttribute<TBase> : Attribute
    where TBase : class
{
    /// <summary>Gets or sets a class or interface that has the contract's attributes, so that client and service share them. Those of the typed service itself come on top. The default is none.</summary>
    public Type? Contract { get; set; }
}
