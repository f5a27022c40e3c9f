using System.Runtime.CompilerServices;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace TypedMetadata.Interop.Server;

/// <summary>
/// The ways of the product that a user does not see: how calls are made, how services are bound, whether private members are used. The tests are the same on each:
/// <c>.ci/paths</c> runs them on all, with these variables of the environment.
/// </summary>
internal static class Paths
{
    private static readonly string _calls = Chosen("TEST_CALLS", "direct", "ordinary");
    private static readonly string _binding = Chosen("TEST_BINDING", "guarded", "checked", "plain");

    /// <summary>Whether another's binder makes the endpoints.</summary>
    internal static bool BindsPlainly => _binding == "plain";

    /// <summary>What to make a client of a channel of.</summary>
    internal static CallInvoker CallsOf(GrpcChannel channel) => _calls == "direct" ? channel.CreateTypedCallInvoker() : channel.CreateCallInvoker();

    /// <summary>Makes the server's services be bound as chosen: another's interceptor, or grpc-dotnet's own binder, keeps the guard out of the method.</summary>
    internal static void Bind(IGrpcServerBuilder grpc)
    {
        switch (_binding)
        {
            case "checked":
                grpc.Services.Configure<GrpcServiceOptions>(options => options.Interceptors.Add<Onlooker>());
                break;
            case "plain":
                grpc.Services.AddGrpc();
                break;
        }
    }

    [ModuleInitializer]
    internal static void LeavePrivateMembersAlone()
    {
        if (Chosen("TEST_PRIVATE_MEMBERS", "used", "unused") == "unused")
        {
            AppContext.SetSwitch("TypedMetadata.UsePrivateMembers", false);
        }
    }

    private static string Chosen(string variable, params string[] ways) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => ways[0],
        string way when ways.Contains(way) => way,
        string other => throw new InvalidOperationException($"{variable} is '{other}': choose one of {string.Join(", ", ways)}."),
    };

    private sealed class Onlooker : Interceptor;
}
