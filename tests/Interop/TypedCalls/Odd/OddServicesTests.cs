using System.Reflection;
using Grpc.Core;
using NSubstitute;
using TypedMetadata.Testing;

namespace TypedMetadata.Interop.TypedCalls.Odd;

/// <summary>Every RPC of the odd services is called by its typed client, and handled by its typed service.</summary>
public sealed class OddServicesTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 });

    public static TheoryData<Type> Clients => [.. Marked(typeof(TypedClientAttribute<>))];

    public static TheoryData<Type> Services => [.. Marked(typeof(TypedServiceAttribute<>))];

    [Theory]
    [MemberData(nameof(Clients))]
    public void Typed_client_calls_every_RPC_by_its_own_name(Type client)
    {
        Recording invoker = new();
        object instance = Activator.CreateInstance(client, invoker)!;
        MethodInfo[] methods = [.. client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && method.GetParameters()[^1].ParameterType == typeof(CallOptions))];
        Type protocs = Target(client);
        Assert.Equal(Descriptor(protocs).Methods.Count, methods.Length);
        foreach (MethodInfo method in methods)
        {
            object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType))];
            using IDisposable call = (IDisposable)method.Invoke(instance, arguments)!;
            Assert.Equal(($"/{Descriptor(protocs).FullName}/{method.Name}", "acme"), invoker.Last);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Typed_service_hands_every_RPC_to_its_own_method(Type service)
    {
        object instance = Substitute.For([service], []);
        Type protocs = Target(service);
        MethodInfo[] methods = [.. service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];
        Assert.Equal(Descriptor(protocs).Methods.Count, methods.Length);
        foreach (MethodInfo method in methods)
        {
            ServerCallContext context = new TestServerCallContext().WithRequestMetadata(_caller).WithMethod("/odd/" + method.Name);
            object?[] arguments = [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(ServerCallContext) ? context : parameter.ParameterType.IsInterface ? null : Argument(parameter.ParameterType))];
            InvalidOperationException nothing = await Assert.ThrowsAsync<InvalidOperationException>(() => Unwrap(() => (Task)method.Invoke(instance, arguments)!));
            Assert.Contains($"'/odd/{method.Name}' returned no 'End'", nothing.Message, StringComparison.Ordinal);
        }

        string[] handled = [.. NSubstitute.SubstituteExtensions.ReceivedCalls(instance).Select(call => call.GetMethodInfo().Name)];
        Assert.Equal(methods.Select(method => method.Name), handled);
    }

    [Fact]
    public void Deprecated_RPCs_are_deprecated_in_typed_clients_and_services()
    {
        Assert.All(typeof(OldCalls).GetMethods().Where(method => method.Name is "Unary" or "Up" or "Down" or "Both"), method => Assert.NotNull(method.GetCustomAttribute<ObsoleteAttribute>()));
        Assert.All(typeof(OldCalls).GetMethods().Where(method => method.Name == "Fresh"), method => Assert.Null(method.GetCustomAttribute<ObsoleteAttribute>()));
        Assert.NotNull(typeof(OldServiceBase).GetMethod("Both", BindingFlags.Instance | BindingFlags.NonPublic)!.GetCustomAttribute<ObsoleteAttribute>());
    }

    private static IEnumerable<Type> Marked(Type attribute) => typeof(OddServicesTests).Assembly.GetTypes().Where(type =>
        type.Namespace == typeof(OddServicesTests).Namespace && type.GetCustomAttributes().Any(one => one.GetType() is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == attribute));

    private static Type Target(Type type) => type.GetCustomAttributes().Single(one => one.GetType().Name is "TypedClientAttribute`1" or "TypedServiceAttribute`1").GetType().GetGenericArguments()[0];

    private static Google.Protobuf.Reflection.ServiceDescriptor Descriptor(Type nested) => (Google.Protobuf.Reflection.ServiceDescriptor)nested.DeclaringType!.GetProperty("Descriptor")!.GetValue(null)!;

    private static object? Argument(Type type) => type == typeof(Caller) ? _caller : type == typeof(CallOptions) ? default(CallOptions) : Activator.CreateInstance(type);

    private static Task Unwrap(Func<Task> run)
    {
        try
        {
            return run();
        }
        catch (TargetInvocationException exception)
        {
            return Task.FromException(exception.InnerException!);
        }
    }

    /// <summary>Notes the method and the record of each call.</summary>
    private sealed class Recording : CallInvoker
    {
        internal (string Method, string? Tenant) Last { get; private set; }

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            new TestClientCall<TRequest, TResponse>(Note<TRequest, TResponse>(method, options)).CreateUnaryCall();

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            new TestClientCall<TRequest, TResponse>(Note<TRequest, TResponse>(method, options)).CreateServerStreamingCall();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            new TestClientCall<TRequest, TResponse>(Note<TRequest, TResponse>(method, options)).CreateClientStreamingCall();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            new TestClientCall<TRequest, TResponse>(Note<TRequest, TResponse>(method, options)).CreateDuplexStreamingCall();

        private TResponse[] Note<TRequest, TResponse>(IMethod method, CallOptions options)
        {
            Last = (method.FullName, options.Headers?.GetValue("tenant-id"));
            return [Activator.CreateInstance<TResponse>()];
        }
    }
}
