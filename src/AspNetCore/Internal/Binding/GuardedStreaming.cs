using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>A client-streaming method within its guard.</summary>
internal sealed class GuardedClientStreaming<TService, TRequest, TResponse>(ClientStreamingServerMethod<TService, TRequest, TResponse> method, MethodGuard guard)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    internal Task<TResponse> RunAsync(TService service, IAsyncStreamReader<TRequest> requests, ServerCallContext context) =>
        guard.RunAsync(context, (method, service, requests), static (call, context) => call.method(call.service, call.requests, context));
}

/// <summary>A server-streaming method within its guard.</summary>
internal sealed class GuardedServerStreaming<TService, TRequest, TResponse>(ServerStreamingServerMethod<TService, TRequest, TResponse> method, MethodGuard guard)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    internal Task RunAsync(TService service, TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context) =>
        guard.RunStreamAsync(context, (method, service, request, responses), static (call, context) => call.method(call.service, call.request, call.responses, context));
}

/// <summary>A duplex method within its guard.</summary>
internal sealed class GuardedDuplexStreaming<TService, TRequest, TResponse>(DuplexStreamingServerMethod<TService, TRequest, TResponse> method, MethodGuard guard)
    where TService : class
    where TRequest : class
    where TResponse : class
{
    internal Task RunAsync(TService service, IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context) =>
        guard.RunStreamAsync(context, (method, service, requests, responses), static (call, context) => call.method(call.service, call.requests, call.responses, context));
}
