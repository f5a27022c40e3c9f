namespace TypedCalls;

/// <summary>A typed client. The generator adds its methods, and a call without its metadata does not compile.</summary>
[TypedClient<Greeter.GreeterClient>(Contract = typeof(GreeterContract))]
public sealed partial class GreeterCalls;
