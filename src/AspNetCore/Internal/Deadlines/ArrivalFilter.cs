using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Notes the arrival of gRPC requests with a deadline. It runs before the middleware of the application, because the time that middleware takes counts.</summary>
internal sealed class ArrivalFilter(CallDeadlines deadlines) : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext http, RequestDelegate rest) =>
        {
            if (http.Request.Headers.GrpcTimeout.Count != 0 && ServerCall.IsGrpc(http))
            {
                deadlines.Arrive(http);
                if (CallDeadline.NeedsRepair(http.Request.Headers))
                {
                    http.Features.Set<IEndpointFeature>(new TimeoutRepair(http, deadlines));
                }
            }

            return rest(http);
        });
        next(app);
    };
}
