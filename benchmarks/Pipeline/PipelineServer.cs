using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>A server without a network in Kestrel's place: it hands calls to the application, with all its middleware, on the thread that asks for them.</summary>
internal sealed class PipelineServer : IServer
{
    private Func<WorkRequest.Types.Part, Func<object?>> _prepare = _ => throw new InvalidOperationException("The server has not been started.");

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _prepare = part => Prepare(application, part);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>Returns what makes one such call.</summary>
    internal Func<object?> Prepare(WorkRequest.Types.Part part) => _prepare(part);

    private static Func<object?> Prepare<TContext>(IHttpApplication<TContext> application, WorkRequest.Types.Part part)
        where TContext : notnull
    {
        CallRequest request = new(part);
        CallResponse response = new();
        CallFeatures<TContext> features = new(
            new(typeof(IHttpRequestFeature), request),
            new(typeof(IHttpResponseFeature), response),
            new(typeof(IHttpResponseBodyFeature), response),
            new(typeof(IRequestBodyPipeFeature), request),
            new(typeof(IHttpResponseTrailersFeature), response),
            new(typeof(IHttpRequestLifetimeFeature), request),
            new(typeof(IEndpointFeature), request),
            new(typeof(IRouteValuesFeature), request));
        return () =>
        {
            request.Reset();
            response.Reset();
            features.Reset();
            TContext context = application.CreateContext(features);
            application.ProcessRequestAsync(context).ThrowUnlessDone();
            response.CompleteAsync().ThrowUnlessDone();
            application.DisposeContext(context, exception: null);
            return response.Trailers["grpc-status"] == "0" ? null : throw new InvalidOperationException("The call failed.");
        };
    }
}
