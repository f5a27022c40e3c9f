namespace TypedMetadata;

/// <summary>
/// Specifies that an abstract partial class is a typed service. The source generator adds an abstract method for each RPC of the service, with its metadata records as
/// parameters and results.
/// </summary>
/// <remarks>
/// The generated class derives from <typeparamref name="TBase"/>. The parameters are the records of <c>[RequestMetadata&lt;T&gt;]</c>, and the result includes the record of
/// <c>[TrailingMetadata&lt;T&gt;]</c>. Implement the methods in a derived class and map that class with <c>MapGrpcService&lt;T&gt;()</c>. The server must call
/// <c>services.AddGrpc().AddTypedMetadata()</c>.
/// </remarks>
/// <typeparam name="TBase">The base class that protoc's plugin generated, such as <c>Greeter.GreeterBase</c> (TMD121).</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TypedServiceAttribute<TBase> : Attribute
    where TBase : class
{
    /// <summary>Gets or sets a class or interface whose contract attributes also apply to this service, so that the client and the service can share them. The default is null.</summary>
    public Type? Contract { get; set; }
}
