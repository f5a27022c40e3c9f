using Grpc.Core;
using Grpc.Core.Interceptors;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop.TypedCalls;

/// <summary>An interceptor that takes the token away, as a client of another version would not send it.</summary>
internal sealed class Withholding : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Without(context));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Without(context));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, Without(context));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(Without(context));

    private static ClientInterceptorContext<TRequest, TResponse> Without<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        Metadata headers = [];
        foreach (Metadata.Entry entry in context.Options.Headers!.Where(entry => entry.Key != "token-bin"))
        {
            headers.Add(entry);
        }

        return new(context.Method, context.Host, context.Options.WithHeaders(headers));
    }
}
