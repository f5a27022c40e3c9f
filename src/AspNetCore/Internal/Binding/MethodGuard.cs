using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>
/// What is done around a handler. A call that has no time left, or lacks what its method declares, does not begin. What the handler throws about metadata leaves as a final
/// <see cref="RpcException"/>. A call that uses nothing of this costs no memory.
/// </summary>
/// <param name="services">What the calls of a server need.</param>
/// <param name="parts">Which part stands here.</param>
internal sealed class MethodGuard(CallServices services, GuardParts parts)
{
    private MethodContracts? _contracts;

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

    /// <summary>Lets the call begin whose deadline lies ahead and that carries what its method declares.</summary>
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

        if (parts.HasFlag(GuardParts.Inner) && ContractsOf(http).Requests is { Count: not 0 } declared)
        {
            services.Contracts.Check(declared, ServerCall.Of(http, services), context);
        }
    }

    /// <summary>Ends a call whose handler has returned. For a unary call no message is sent yet.</summary>
    internal void Succeed(ServerCallContext context)
    {
        if (!parts.HasFlag(GuardParts.Outer) || ServerCall.HttpContextOf(context) is not HttpContext http)
        {
            return;
        }

        if (ContractsOf(http).Responses is { Count: not 0 } declared && context.Status.StatusCode == StatusCode.OK)
        {
            ResponseContracts.WarnOfMissing(declared, CallState.Find(http), context, services.Logger);
        }

        End(http, context);
    }

    /// <summary>Ends a call whose handler has thrown. Returns the exception that leaves in place of what was thrown, or that itself.</summary>
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

    // Initial metadata waits for the first message; a stream that is OK without one sends it at its end.
    private Task SendWaitingInitialAsync(ServerCallContext context) =>
        parts.HasFlag(GuardParts.Outer)
        && ServerCall.HttpContextOf(context) is HttpContext http
        && CallState.Find(http) is { HasInitial: true }
        && !http.Response.HasStarted
        && context.Status.StatusCode == StatusCode.OK
            ? context.WriteResponseHeadersAsync(Metadata.Empty)
            : Task.CompletedTask;

    // grpc-dotnet would encode raw trailers after this, and lose the response or its status over a bad one.
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

    // The endpoint is the same at nearly every call of a method. An interceptor stands around many methods, and finds theirs anew.
    private MethodContracts ContractsOf(HttpContext http)
    {
        Endpoint? endpoint = http.GetEndpoint();
        MethodContracts? known = _contracts;
        if (known is null || !ReferenceEquals(known.Endpoint, endpoint))
        {
            _contracts = known = MethodContracts.Of(endpoint);
        }

        return known;
    }
}
