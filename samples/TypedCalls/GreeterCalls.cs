namespace TypedCalls;

/// <summary>The generated client: a call without its metadata does not compile.</summary>
[TypedClient<Greeter.GreeterClient>(Contract = typeof(GreeterContract))]
public sealed partial class GreeterCalls;
