using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>
/// Trailing metadata that a parallel task of a handler sets in the very moment in which the response starts: Kestrel then takes a callback and
/// never runs it, or rejects it though the response had not started when we looked.
/// </summary>
public sealed class StartingResponseTests
{
    [Theory]
    [EveryCallKind]
    public Task Callback_that_is_never_run_loses_nothing(CallKind kind) => VerifyAsync(kind, rejects: false);

    [Theory]
    [EveryCallKind]
    public Task Callback_that_is_rejected_loses_nothing(CallKind kind) => VerifyAsync(kind, rejects: true);

    private static async Task VerifyAsync(CallKind kind, bool rejects)
    {
        await using EchoServer server = await EchoServer.StartAsync(
            async context =>
            {
                context.SetTrailingMetadata(new End(1));
                if (!rejects)
                {
                    await context.WriteInitialMetadataAsync(new Begin("node", [1]));
                }

                context.SetTrailingMetadata(new End(7));
            },
            pipeline: app => app.Use((context, next) =>
            {
                context.Features.Set<IHttpResponseFeature>(new StartingResponse(context.Features.GetRequiredFeature<IHttpResponseFeature>(), rejects));
                return next(context);
            }));
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal(7, call.Trailing.Read<End>().Rows);
    }

    /// <summary>A response that starts while a callback is registered.</summary>
    private sealed class StartingResponse(IHttpResponseFeature inner, bool rejects) : IHttpResponseFeature
    {
        private bool _started;

        public int StatusCode
        {
            get => inner.StatusCode;
            set => inner.StatusCode = value;
        }

        public string? ReasonPhrase
        {
            get => inner.ReasonPhrase;
            set => inner.ReasonPhrase = value;
        }

        public IHeaderDictionary Headers
        {
            get => inner.Headers;
            set => inner.Headers = value;
        }

        [Obsolete("The interface's own member is obsolete.")]
        [SuppressMessage("Design", "CA1041", Justification = "The interface gives no other.")]
        public Stream Body
        {
            get => inner.Body;
            set => inner.Body = value;
        }

        public bool HasStarted => _started || inner.HasStarted;

        public void OnStarting(Func<object, Task> callback, object state)
        {
            if (rejects)
            {
                _started = true;
                throw new InvalidOperationException("OnStarting cannot be set because the response has already started.");
            }
        }

        public void OnCompleted(Func<object, Task> callback, object state) => inner.OnCompleted(callback, state);
    }
}
