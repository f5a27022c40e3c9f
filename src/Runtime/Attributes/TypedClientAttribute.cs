namespace TypedMetadata;

/// <summary>
/// Specifies that a partial class is a typed client. The source generator adds a method for each RPC of the service, with its metadata records as parameters and results.
/// </summary>
/// <remarks>
/// The parameters are the records of <c>[RequestMetadata&lt;T&gt;]</c>. The returned call has the records of <c>[InitialMetadata&lt;T&gt;]</c> and
/// <c>[TrailingMetadata&lt;T&gt;]</c>.
/// </remarks>
/// <typeparam name="TClient">The client class that protoc's plugin generated, such as <c>Greeter.GreeterClient</c> (TMD121).</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TypedClientAttribute<TClient> : Attribute
    where TClient : class
{
    /// <summary>Gets or sets a class or interface whose contract attributes also apply to this client, so that the client and the service can share them. The default is null.</summary>
    public Type? Contract { get; set; }
}
