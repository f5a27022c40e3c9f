// What the C# of the pages finds around it: the usings of an ASP.NET Core project and of gRPC, the services of pages.proto,
// and variables for fragments that begin in the middle of something. A page adds its own in an HTML comment: <!-- csharp … -->.
global using System;
global using System.Collections.Generic;
global using System.IO;
global using System.Linq;
global using System.Net.Http;
global using System.Threading;
global using System.Threading.Tasks;
global using Grpc.Core;
global using Grpc.Core.Interceptors;
global using Grpc.Net.Client;
global using Microsoft.AspNetCore.Builder;
global using Microsoft.AspNetCore.Hosting;
global using Microsoft.AspNetCore.Http;
global using Microsoft.Extensions.Configuration;
global using Microsoft.Extensions.DependencyInjection;
global using Microsoft.Extensions.Logging;
global using TypedMetadata;

/// <summary>A fragment's statements stand in a method, and its members in a class, that derives from this one.</summary>
internal abstract class PageContext : Greeter.GreeterBase
{
    // A server, and a client of the next one.
    protected readonly WebApplicationBuilder builder = null!;
    protected readonly IServiceCollection services = null!;
    protected readonly ServerCallContext context = null!;
    protected readonly Greeter.GreeterClient next = null!;
    protected readonly ILogger logger = null!;

    protected readonly long rows = 0;

    // A client.
    protected readonly string url = null!;
    protected readonly GrpcChannel channel = null!;
    protected readonly Greeter.GreeterClient client = null!;
    protected readonly HelloRequest request = null!;
    protected readonly byte[] token = null!;
    protected readonly Metadata metadata = null!;

    // A program.
    protected readonly string[] args = [];
}
