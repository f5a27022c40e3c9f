using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>Adds the recorder before the middleware of the application, if a page with a live view is mapped.</summary>
internal sealed class RecordingFilter(CallRecorder recorder, ILogger<RecordingFilter> logger, TimeProvider? timeProvider = null) : IStartupFilter
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // The pipeline is built after the endpoints are mapped.
        app.Use(rest =>
        {
            recorder.IsLeftOut = !recorder.IsOn;
            return recorder.IsOn ? http => RecordAsync(http, rest) : rest;
        });
        next(app);
    };

    private async Task RecordAsync(HttpContext http, RequestDelegate rest)
    {
        if (!ServerCall.IsGrpc(http))
        {
            await rest(http).ConfigureAwait(false);
            return;
        }

        RunningCall call = new(_timeProvider.GetUtcNow(), _timeProvider.GetTimestamp());
        http.Features.Set(call);
        bool hasFailed = true;
        try
        {
            await rest(http).ConfigureAwait(false);
            hasFailed = false;
        }
        finally
        {
            Keep(call, http, hasFailed);
        }
    }

    // The live view must never lose the response of a call, whatever middleware or running tasks have done to the context.
    private void Keep(RunningCall call, HttpContext http, bool hasFailed)
    {
        try
        {
            recorder.Add(call.End(http, recorder, _timeProvider.GetElapsedTime(call.Timestamp), hasFailed));
        }
        catch (Exception exception)
        {
            logger.CallNotKept(exception);
        }
    }
}
