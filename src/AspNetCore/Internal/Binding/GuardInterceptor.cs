using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata;

/// <summary>Runs a part of the guard as an interceptor, if it cannot run around the delegate of the method.</summary>
internal abstract class GuardInterceptor(MethodGuard guard) : Interceptor
{
    /// <inheritdoc/>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        guard.RunAsync(context, (request, continuation), static (call, context) => call.continuation(call.request, context));

    /// <inheritdoc/>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        guard.RunAsync(context, (requestStream, continuation), static (call, context) => call.continuation(call.requestStream, context));

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        guard.RunStreamAsync(context, (request, responseStream, continuation), static (call, context) => call.continuation(call.request, call.responseStream, context));

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        guard.RunStreamAsync(context, (requestStream, responseStream, continuation), static (call, context) => call.continuation(call.requestStream, call.responseStream, context));
}

/// <summary>Runs outside the interceptors of the application.</summary>
internal sealed class OuterGuardInterceptor(CallServices services) : GuardInterceptor(new MethodGuard(services, GuardParts.Outer));

/// <summary>Runs inside the interceptors of the application, immediately before the handler.</summary>
internal sealed class InnerGuardInterceptor(CallServices services) : GuardInterceptor(new MethodGuard(services, GuardParts.Inner));
