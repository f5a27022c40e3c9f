using System.ComponentModel;
using Microsoft.AspNetCore.Cors.Infrastructure;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Lets gRPC-Web clients in browsers see typed metadata: a browser shows a page of another origin only the headers that CORS exposes.</summary>
public static class CorsPolicyExtensions
{
    private const string WrongPositionMessage =
        "This record is request metadata, which no response holds: let browsers send it with WithHeaders or AllowAnyHeader, or add MetadataPositions.Initial or Trailing to its [GrpcMetadata].";

    private static readonly string[] _status = ["grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "grpc-accept-encoding"];

    /// <summary>
    /// Exposes the keys of a record of initial or trailing metadata, those of records inside it too, and gRPC's own that say how a call ended. It adds to
    /// what the policy exposes already; call it for each record.
    /// </summary>
    /// <remarks>
    /// Trailing metadata comes as headers in a response that ended in them (Trailers-Only). What a browser may send is another question:
    /// <c>WithHeaders</c> or <c>AllowAnyHeader</c>.
    /// </remarks>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="policy">The policy.</param>
    /// <exception cref="NotSupportedException">The record has all keys with a prefix: CORS exposes headers by their whole names.</exception>
    public static CorsPolicyBuilder WithExposedMetadata<T>(this CorsPolicyBuilder policy)
        where T : IInitialMetadata<T> => Expose(policy, T.Descriptor.Layout);

    /// <inheritdoc cref="WithExposedMetadata{T}(CorsPolicyBuilder)"/>
    /// <param name="policy">The policy.</param>
    /// <param name="none">Nothing: it lets records of initial metadata come to the other overload.</param>
    public static CorsPolicyBuilder WithExposedMetadata<T>(this CorsPolicyBuilder policy, WrongPosition? none = null)
        where T : ITrailingMetadata<T> => Expose(policy, T.Descriptor.Layout);

    /// <summary>Rejects a record of another position.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(WrongPositionMessage, error: true)]
    public static CorsPolicyBuilder WithExposedMetadata<T>(this CorsPolicyBuilder policy, params WrongPosition[] none)
        where T : IGrpcMetadata<T> => throw new NotSupportedException(WrongPositionMessage);

    private static CorsPolicyBuilder Expose(CorsPolicyBuilder policy, MetadataLayout layout)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.WithExposedHeaders([.. KeysOf(layout).Concat(_status).Except(policy.Build().ExposedHeaders, StringComparer.OrdinalIgnoreCase)]);
    }

    private static List<string> KeysOf(MetadataLayout layout)
    {
        List<string> keys = [];
        foreach (KeyDescriptor key in layout.Keys)
        {
            keys.Add(!key.IsPrefix ? key.Key : throw new NotSupportedException(
                $"'{layout.Record}' has all keys that start with '{key.Key}', and CORS exposes headers by their whole names: name those that may come, and the record's other keys, with WithExposedHeaders."));
        }

        return keys;
    }
}
