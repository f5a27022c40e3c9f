using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>A record that a method declares for its responses.</summary>
/// <remarks>
/// A record with required keys is recognized by them in the response, so a call need not store that it was written. Only other records are noted in the <see cref="CallState"/>.
/// </remarks>
internal sealed class ExpectedResponse : IRecordVisitor
{
    private readonly IResponseContract _contract;
    private string[] _requiredKeys = [];

    internal ExpectedResponse(IResponseContract contract)
    {
        _contract = contract;
        contract.Type.GetCustomAttribute<MetadataRecordAttribute>(inherit: false)?.Accept(this);
    }

    /// <summary>Warns if a successful call does not send the record.</summary>
    internal void WarnIfMissing(HttpContext http, ServerCallContext context, ILogger logger)
    {
        CallState? state = CallState.Find(http);
        if (_requiredKeys.Length == 0 ? state?.HasWritten(_contract.Type, _contract.Position) != true : !HasRequiredKeys(http, state))
        {
            logger.ResponseMetadataMissing(ServerCall.MethodOf(context), _contract.Position == MetadataPositions.Initial ? "initial" : "trailing", _contract.Type.Name);
        }
    }

    void IRecordVisitor.Visit<T>() => _requiredKeys = T.Descriptor.Layout.RequiredKeys;

    // Tasks of the handler may still write.
    private bool HasRequiredKeys(HttpContext http, CallState? state)
    {
        lock (http)
        {
            bool isInitial = _contract.Position == MetadataPositions.Initial;
            IHeaderDictionary? written = isInitial ? http.Response.Headers : ResponseTrailers.Find(http, state);
            PendingInitial? waiting = isInitial && state is { HasInitial: true } ? state.Initial : null;
            foreach (string key in _requiredKeys)
            {
                if (written?.ContainsKey(key) != true && waiting?.Contains(key) != true)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
