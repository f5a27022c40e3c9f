using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>Puts the recorder in front of the application's middleware, if a page with a live view is mapped: else nothing stands there.</summary>
internal sealed class RecordingFilter(CallRecorder recorder, ILogger<RecordingFilter> logger, TimeProvider? timeProvider = null) : IStartupFilter
{
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // Asked when the pipeline is built, which is after the endpoints are mapped.
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

    // The live view never costs a call its response, whatever middleware and tasks that go on have done to the context.
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
