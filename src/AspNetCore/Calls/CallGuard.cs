using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>What has to be done at the end of one call, however it ends.</summary>
internal readonly struct CallGuard
{
    private readonly ServerCallContext _context;
    private readonly MetadataFault _fault;
    private readonly ILogger _logger;

    // Null for a test double, which has its own way to send trailers.
    private readonly TypedCall? _call;

    internal CallGuard(ServerCallContext context, MetadataFault fault, ILogger logger)
    {
        _context = context;
        _fault = fault;
        _logger = logger;
        _call = TypedCall.Of(context);
        if (_call is not null)
        {
            _call.Scope.Call = _call;
        }
    }

    private string Method => TypedCall.MethodOf(_context);

    /// <summary>Lets the call begin if it carries what its method expects.</summary>
    internal void Check(RequestContracts contracts)
    {
        if (_call is not null)
        {
            contracts.CheckOutside(_call, _context);
        }
    }

    /// <summary>Sends initial metadata that waited for a message which did not come, and looks for what the method declares and forgot.</summary>
    internal async Task SucceedAsync(bool streams)
    {
        if (_call is null || _context.Status.StatusCode != StatusCode.OK)
        {
            return;
        }

        if (_call.Endpoint?.Metadata.GetOrderedMetadata<IAnswerContract>() is { Count: not 0 } declared)
        {
            WarnOfForgotten(_call, declared);
        }

        if (streams && _call is { Response.HasStarted: false, HasInitial: true })
        {
            await _context.WriteResponseHeadersAsync(Metadata.Empty).ConfigureAwait(false);
        }
    }

    /// <summary>What the client is told of an exception in its place, or null to leave it as it is.</summary>
    internal RpcException? Answer(Exception exception)
    {
        if (MetadataFault.In(exception) is MetadataException fault)
        {
            return _fault.Answer(fault, _call, Method);
        }

        if (exception is not RpcException { Trailers.Count: not 0 } chosen || _call is null)
        {
            return null;
        }

        // grpc-dotnet would add them to the answer unchecked. The service may throw the same exception again, so it stays as it is.
        RawTrailers.Move(_context.ResponseTrailers, _call.Trailers, Method, _logger);
        RawTrailers.Copy(chosen.Trailers, _call.Trailers, Method, _logger);
        return new RpcException(chosen.Status, chosen.Message);
    }

    private void WarnOfForgotten(TypedCall call, IReadOnlyList<IAnswerContract> declared)
    {
        // A service and its method may declare the same.
        foreach ((Type record, MetadataDirections direction) in declared.Select(one => (one.Record, one.Direction)).Distinct())
        {
            if (!call.HasWritten(record, direction))
            {
                _logger.AnswerForgotten(Method, direction == MetadataDirections.Initial ? "initial" : "trailing", record.Name);
            }
        }
    }

    internal void End()
    {
        if (_call is not null)
        {
            if (_context.ResponseTrailers.Count != 0)
            {
                RawTrailers.Move(_context.ResponseTrailers, _call.Trailers, Method, _logger);
            }

            _call.Scope.Call = null;
            _call.End();
        }
    }
}
