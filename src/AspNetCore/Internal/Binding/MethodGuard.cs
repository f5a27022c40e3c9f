using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// Runs around a handler. It rejects calls whose deadline has expired or whose request metadata does not match the contract, and converts metadata exceptions of the handler to
/// an <see cref="RpcException"/>. A call that uses no typed metadata allocates nothing.
/// </summary>
/// <param name="services">The services that the calls use.</param>
/// <param name="parts">The parts of the guard that run here.</param>
internal sealed class MethodGuard(CallServices services, GuardParts parts)
{
    private MethodChecks? _checks;

    /// <summary>Runs a handler that returns one message.</summary>
    internal async Task<T> RunAsync<T, TCall>(ServerCallContext context, TCall call, Func<TCall, ServerCallContext, Task<T>> runAsync)
    {
        T response;
        try
        {
            Begin(context);
            response = await runAsync(call, context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (TryReplace(exception, context, out RpcException? final))
            {
                throw final;
            }

            throw;
        }

        Succeed(context);
        return response;
    }

    /// <summary>Runs a handler that writes its messages itself.</summary>
    internal async Task RunStreamAsync<TCall>(ServerCallContext context, TCall call, Func<TCall, ServerCallContext, Task> runAsync)
    {
        try
        {
            Begin(context);
            await runAsync(call, context).ConfigureAwait(false);
            await SendWaitingInitialAsync(context).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (TryReplace(exception, context, out RpcException? final))
            {
                throw final;
            }

            throw;
        }

        Succeed(context);
    }

    /// <summary>Checks the deadline and the contract of a call before its handler runs.</summary>
    /// <exception cref="RpcException">The deadline has passed, or <c>grpc-timeout</c> is malformed.</exception>
    /// <exception cref="MetadataException">A declared record cannot be read.</exception>
    internal void Begin(ServerCallContext context)
    {
        if (ServerCall.HttpContextOf(context) is not HttpContext http)
        {
            return;
        }

        if (parts.HasFlag(GuardParts.Outer))
        {
            ServerTracing.Begin(http);
            services.Deadlines.Admit(http);
        }

        if (parts.HasFlag(GuardParts.Inner) && ChecksOf(http).Requests is { Count: not 0 } declared)
        {
            services.Contracts.Check(declared, ServerCall.Of(http, services), context);
        }
    }

    /// <summary>Completes a call whose handler has returned. The message of a unary call has not been sent yet.</summary>
    internal void Succeed(ServerCallContext context)
    {
        if (!parts.HasFlag(GuardParts.Outer) || ServerCall.HttpContextOf(context) is not HttpContext http)
        {
            return;
        }

        IReadOnlyList<ExpectedResponse> responses = ChecksOf(http).Responses;
        for (int i = 0; i < responses.Count && context.Status.StatusCode == StatusCode.OK; i++)
        {
            responses[i].WarnIfMissing(http, context, services.Logger);
        }

        End(http, context);
    }

    /// <summary>Completes a call whose handler has thrown. Returns the exception to throw, which may be the same one.</summary>
    internal Exception Fail(Exception exception, ServerCallContext context) =>
        TryReplace(exception, context, out RpcException? final) ? final : exception;

    /// <inheritdoc cref="Fail"/>
    internal bool TryReplace(Exception exception, ServerCallContext context, [NotNullWhen(true)] out RpcException? final)
    {
        HttpContext? http = ServerCall.HttpContextOf(context);
        final = FaultTranslation.In(exception) is MetadataException fault ? services.Fault.ToRpcException(fault, http, ServerCall.MethodOf(context)) : null;
        if (http is not null && parts.HasFlag(GuardParts.Outer))
        {
            if ((final ?? exception) is RpcException withTrailers && (withTrailers.Trailers.Count != 0 || RecordTrailers.Of(withTrailers.Trailers) is not null) && ServerCall.IsGrpc(http))
            {
                final = RawTrailers.Take(withTrailers, ServerCall.Of(http, services), context);
            }

            End(http, context);
        }

        return final is not null;
    }

    // Initial metadata is sent with the first message. A successful stream without messages sends it at its end.
    private Task SendWaitingInitialAsync(ServerCallContext context) =>
        parts.HasFlag(GuardParts.Outer)
        && ServerCall.HttpContextOf(context) is HttpContext http
        && CallState.Find(http) is { HasInitial: true }
        && !http.Response.HasStarted
        && context.Status.StatusCode == StatusCode.OK
            ? context.WriteResponseHeadersAsync(Metadata.Empty)
            : Task.CompletedTask;

    // Otherwise grpc-dotnet encodes the raw trailers, and loses the response or its status if one is invalid.
    private void End(HttpContext http, ServerCallContext context)
    {
        if (ResponseTrailersProbe.MayHaveAny(context) && ServerCall.IsGrpc(http) && context.ResponseTrailers.Count != 0)
        {
            RawTrailers.Move(context.ResponseTrailers, ServerCall.Of(http, services), context);
        }

        if (services.Recorder.IsOn)
        {
            RunningCall.Find(http)?.NoteTrailers(http);
        }

        EndedCall.Mark(context, http, services);
    }

    // The endpoint is usually the same for every call of a method. An interceptor serves many methods, so it looks up their contracts each time.
    private MethodChecks ChecksOf(HttpContext http)
    {
        Endpoint? endpoint = http.GetEndpoint();
        MethodChecks? known = _checks;
        if (known is null || !ReferenceEquals(known.Endpoint, endpoint))
        {
            _checks = known = MethodChecks.Of(endpoint);
        }

        return known;
    }
}
