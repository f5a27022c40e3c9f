namespace TypedMetadata;

/// <summary>
/// Makes a partial class a typed client: the source generator adds a method for each RPC, whose parameters are the records that <c>[RequestMetadata&lt;T&gt;]</c> names and whose call has
/// those of <c>[InitialMetadata&lt;T&gt;]</c> and <c>[TrailingMetadata&lt;T&gt;]</c>.
/// </summary>
/// <typeparam name="TClient">The client class that protoc's plugin generated, such as <c>Greeter.GreeterClient</c> (TMD121).</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TypedClientAttribute<TClient> : Attribute
    where TClient : class
{
    /// <summary>Gets or sets a class or interface that has the contract's attributes, so that client and service share them. Those of the typed client itself come on top. The default is none.</summary>
    public Type? Contract { get; set; }
}
