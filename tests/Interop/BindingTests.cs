using System.Reflection;
using Google.Protobuf;
using Google.Rpc;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Interop.Server;
using Status = Grpc.Core.Status;

namespace TypedMetadata.Interop;

/// <summary>How services are bound, and that the guard around their methods is whole whatever else is registered.</summary>
public sealed class BindingTests
{
    private static readonly Caller _caller = new("acme", new byte[] { 1 });

    [Fact]
    public void GrpcDefaults_are_replaced_by_name()
    {
        ServiceCollection services = new();
        services.AddGrpc().AddTypedMetadata();
        Type[] providers = [.. services.Where(one => one.ServiceType == typeof(IServiceMethodProvider<>)).Select(one => one.ImplementationType!)];
        Assert.Equal("GuardedMethodProvider`1", providers[0].Name);
        Assert.All(providers.Skip(1), provider => Assert.Equal("ServiceDefinitionMethodProvider`1", provider.Name)); // none before Grpc.AspNetCore.Server 2.67
        Assert.Equal("GuardedServiceActivator`1", Assert.Single(services, one => one.ServiceType == typeof(IGrpcServiceActivator<>)).ImplementationType!.Name);
    }

    [Fact]
    public void GrpcContext_has_the_property_that_tells_whether_trailers_were_touched() =>
        Assert.NotNull(typeof(IServerCallContextFeature).Assembly.GetType("Grpc.AspNetCore.Server.Internal.HttpContextServerCallContext")?
            .GetProperty("HasResponseTrailers", BindingFlags.Instance | BindingFlags.NonPublic));

    [Theory]
    [EveryCallKind]
    public async Task Rejection_reaches_foreign_interceptors_as_a_final_RpcException(CallKind kind)
    {
        List<Exception> seen = [];
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                context.ReadRequestMetadata<Caller>();
                return Task.CompletedTask;
            },
            grpc =>
            {
                grpc.AddTypedMetadata();
                grpc.Services.AddSingleton(seen);
                grpc.Services.Configure<GrpcServiceOptions>(options => options.Interceptors.Add<CrashesToInternal>());
            });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.Equal(["tenant-id", "token-bin"], exception.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        RpcException inside = Assert.IsType<RpcException>(Assert.Single(seen));
        Assert.Equal(exception.Status.Detail, inside.Status.Detail);
        Assert.NotNull(inside.GetRpcStatus()!.GetDetail<BadRequest>());
    }

    [Theory]
    [EveryCallKind]
    public async Task Metadata_error_of_a_foreign_interceptor_is_answered_as_a_handlers(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, grpc =>
        {
            grpc.Services.Configure<GrpcServiceOptions>(options => options.Interceptors.Add<ReadsItself>());
            grpc.AddTypedMetadata();
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(call.FinishAsync)).StatusCode);
    }

    [Theory]
    [EveryCallKind]
    public async Task AddGrpc_after_AddTypedMetadata_leaves_the_guard_whole(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                context.ReadRequestMetadata<Caller>();
                context.ResponseTrailers.Add("note", "a\nb");
                context.SetTrailingMetadata(new End(7));
                return Task.CompletedTask;
            },
            grpc => grpc.AddTypedMetadata().Services.AddGrpc());
        using RunningCall rejected = RunningCall.Start(kind, server.Client);
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(rejected.FinishAsync)).StatusCode);
        using RunningCall call = RunningCall.Start(kind, server.Client, _caller);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
    }

    [Fact]
    public async Task Service_without_the_attribute_of_newer_plugins_is_bound()
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.ReadRequestMetadata<Caller>();
            return Task.CompletedTask;
        }, map: app => app.MapGrpcService<OldPlugin.OldService>());
        Method<EchoMessage, EchoMessage> method = OldPlugin.Say;
        Assert.Equal("hello", (await server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(_caller), new EchoMessage { Text = "hello" })).Text);
        RpcException rejected = await Assert.ThrowsAsync<RpcException>(async () =>
            await server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, new EchoMessage()));
        Assert.Equal(StatusCode.InvalidArgument, rejected.StatusCode);
    }

    [Fact]
    public async Task Method_that_hides_the_generated_one_is_not_the_services()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, map: app => app.MapGrpcService<Hiding>());
        Assert.Equal("hello", (await server.Client.UnaryAsync(new EchoMessage { Text = "hello" })).Text);
    }

    [Theory]
    [EveryCallKind]
    public async Task Metadata_error_of_a_constructor_is_answered_as_a_handlers(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, map: app => app.MapGrpcService<ReadsInConstructor>());
        using RunningCall call = RunningCall.Start(kind, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
        Assert.NotNull(exception.GetRpcStatus()!.GetDetail<BadRequest>());
        using RunningCall good = RunningCall.Start(kind, server.Client, _caller);
        Assert.Equal("hello", await good.FinishAsync());
    }

    [Fact]
    public async Task Details_of_a_constructors_error_go_out_unpadded()
    {
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, map: app => app.MapGrpcService<ReadsInConstructor>());
        RawAnswer answer = await SendAsync(server);
        Assert.DoesNotContain('=', Assert.Single(answer.HeaderValues("grpc-status-details-bin")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trailer_of_a_constructor_that_cannot_be_sent_costs_itself_alone(bool hasAccessor)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            configure: grpc =>
            {
                grpc.AddTypedMetadata();
                if (!hasAccessor)
                {
                    grpc.Services.RemoveAll<IHttpContextAccessor>();
                }
            },
            map: app => app.MapGrpcService<ThrowsTrailers>());
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(call.FinishAsync);
        Assert.Equal((StatusCode.ResourceExhausted, "full"), (exception.StatusCode, exception.Status.Detail));
        Assert.Equal("sent", exception.Trailers.GetValue("good"));
        Assert.Null(exception.Trailers.Get("bad"));
        Assert.Null(exception.Trailers.Get("large"));
    }

    [Fact]
    public async Task Service_that_disposes_itself_is_disposed_once()
    {
        List<string> order = [];
        await using EchoServer server = await EchoServer.StartAsync(
            _ => Task.CompletedTask,
            grpc => grpc.AddTypedMetadata().Services.AddSingleton(order),
            map: app => app.MapGrpcService<Disposable>());
        await server.Client.UnaryAsync(new EchoMessage());
        Assert.Equal(["disposed"], order);
    }

    [Fact]
    public async Task Middleware_that_fails_after_the_handler_sends_no_trailing_metadata()
    {
        await using EchoServer server = await EchoServer.StartAsync(
            context =>
            {
                context.SetTrailingMetadata(new End(7));
                throw new RpcException(new Status(StatusCode.Aborted, "handler"), new Metadata { { "note", "raw" } });
            },
            pipeline: app =>
            {
                app.UseExceptionHandler(failed => failed.Run(http => http.Response.WriteAsync("broken")));
                app.Use(async (HttpContext http, RequestDelegate next) =>
                {
                    await next(http);
                    throw new InvalidOperationException("middleware");
                });
            });
        RawAnswer answer = await SendAsync(server);
        Assert.Equal("500", Assert.Single(answer.HeaderValues(":status")));
        Assert.Empty(answer.HeaderValues("rows"));
        Assert.Empty(answer.TrailerValues("rows"));
        Assert.Empty(answer.TrailerValues("note"));
    }

    [Theory]
    [EveryCallKind]
    public async Task Trailing_metadata_written_after_the_handler_is_sent_or_rejected_never_lost(CallKind kind)
    {
        for (int i = 0; i < 50; i++)
        {
            TaskCompletionSource<bool> isAccepted = new();
            Task? late = null;
            await using EchoServer server = await EchoServer.StartAsync(
                context =>
                {
                    late = Task.Run(() =>
                    {
                        try
                        {
                            context.SetTrailingMetadata(new End(7));
                            isAccepted.SetResult(true);
                        }
                        catch (Exception exception)
                        {
                            Assert.True(exception is InvalidOperationException, exception.ToString()); // ObjectDisposedException is one
                            isAccepted.SetResult(false);
                        }
                    });
                    return Task.CompletedTask;
                });
            using RunningCall call = RunningCall.Start(kind, server.Client);
            await call.FinishAsync();
            await late!;
            if (await isAccepted.Task)
            {
                Assert.Equal(7, call.Trailing.Read<End>().Rows);
            }
        }
    }

    [Fact]
    public async Task Malformed_timeout_shows_as_no_deadline_before_it_is_rejected()
    {
        DateTime? seen = null;
        await using EchoServer server = await EchoServer.StartAsync(_ => Task.CompletedTask, pipeline: app => app.Use((HttpContext http, RequestDelegate next) =>
        {
            http.Response.OnCompleted(() =>
            {
                seen = http.Features.Get<IServerCallContextFeature>()?.ServerCallContext.Deadline;
                return Task.CompletedTask;
            });
            return next(http);
        }));
        RawAnswer answer = await SendAsync(server, new RawField("grpc-timeout", "2147483647H"));
        Assert.Equal("13", answer.GrpcStatus);
        Assert.True(SpinWait.SpinUntil(() => seen is not null, TimeSpan.FromSeconds(30)));
        Assert.Equal(DateTime.MaxValue, seen);
    }

    private static async Task<RawAnswer> SendAsync(EchoServer server, params RawField[] headers)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        await using RawHttp2Connection connection = await RawHttp2Connection.ConnectAsync(server.Port, patience.Token);
        return await connection.CallAsync("/echo.Echo/Unary", new EchoMessage { Text = "hello" }.ToByteArray(), headers, patience.Token);
    }

    /// <summary>Turns what it does not know into INTERNAL, as protobuf-net.Grpc's own interceptor and many an application's do.</summary>
    private sealed class CrashesToInternal(List<Exception> seen) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) => GuardAsync(() => continuation(request, context));

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
            GuardAsync(() => continuation(requestStream, context));

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
            GuardAsync(async () =>
            {
                await continuation(request, responseStream, context);
                return true;
            });

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            GuardAsync(async () =>
            {
                await continuation(requestStream, responseStream, context);
                return true;
            });

        private async Task<T> GuardAsync<T>(Func<Task<T>> runAsync)
        {
            try
            {
                return await runAsync();
            }
            catch (Exception exception)
            {
                seen.Add(exception);
                throw exception as RpcException ?? new RpcException(new Status(StatusCode.Internal, "crashed"));
            }
        }
    }

    private sealed class ReadsItself : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            context.ReadRequestMetadata<Caller>();
            return continuation(request, context);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            context.ReadRequestMetadata<Caller>();
            return continuation(requestStream, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            context.ReadRequestMetadata<Caller>();
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            context.ReadRequestMetadata<Caller>();
            return continuation(requestStream, responseStream, context);
        }
    }

    private sealed class ReadsInConstructor : EchoService
    {
        public ReadsInConstructor(Behaviour behaviour, IRequestMetadataAccessor<Caller> caller)
            : base(behaviour) => Assert.Equal("acme", caller.Read().TenantId);
    }

    private sealed class ThrowsTrailers : EchoService
    {
        public ThrowsTrailers(Behaviour behaviour)
            : base(behaviour) => throw new RpcException(new Status(StatusCode.ResourceExhausted, "full"), new Metadata { { "bad", "a\r\nb" }, { "large", new string('x', 40_000) }, { "good", "sent" } });
    }

    private sealed class Disposable(Behaviour behaviour, List<string> order) : EchoService(behaviour), IDisposable
    {
        public void Dispose() => order.Add("disposed");
    }

    private sealed class Hiding(Behaviour behaviour) : EchoService(behaviour)
    {
        public new Task<EchoMessage> Unary(EchoMessage request, ServerCallContext context) => throw new InvalidOperationException($"{request} {context}");
    }

    /// <summary>What protoc's plugin wrote before there was an attribute: a base class nested beside its <c>BindService</c>.</summary>
    private static class OldPlugin
    {
        private static readonly Marshaller<EchoMessage> _messages = Marshallers.Create(message => message.ToByteArray(), EchoMessage.Parser.ParseFrom);

        internal static readonly Method<EchoMessage, EchoMessage> Say = new(MethodType.Unary, "echo.Old", "Say", _messages, _messages);

        public static void BindService(ServiceBinderBase binder, OldBase? service) =>
            binder.AddMethod(Say, service is null ? null : new UnaryServerMethod<EchoMessage, EchoMessage>(service.Say));

        public abstract class OldBase
        {
            public virtual Task<EchoMessage> Say(EchoMessage request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        }

        public sealed class OldService(Behaviour behaviour) : OldBase
        {
            public override async Task<EchoMessage> Say(EchoMessage request, ServerCallContext context)
            {
                await behaviour.RunAsync(context);
                return request;
            }
        }
    }
}
