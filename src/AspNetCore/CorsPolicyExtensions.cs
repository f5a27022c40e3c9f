using System.ComponentModel;
using Microsoft.AspNetCore.Cors.Infrastructure;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>Extension methods that expose typed metadata to gRPC-Web clients of other origins.</summary>
/// <remarks>A browser lets a page of another origin read only the response headers that the CORS policy exposes.</remarks>
public static class CorsPolicyExtensions
{
    private const string WrongPositionMessage =
        "This record is not response metadata, so CORS has nothing to expose. To let browsers send it, use WithHeaders or AllowAnyHeader. To expose it, add MetadataPositions.Initial or MetadataPositions.Trailing to its [GrpcMetadata].";

    private static readonly string[] _status = ["grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding", "grpc-accept-encoding"];

    /// <summary>
    /// Adds the keys of a record of initial or trailing metadata, and gRPC's status headers, to the headers that a CORS policy exposes. Call it once for each record.
    /// </summary>
    /// <remarks>
    /// Keys of nested records are exposed too. Trailing metadata needs CORS because a Trailers-Only response carries it in its headers. To let browsers send request
    /// metadata, use <c>WithHeaders</c> or <c>AllowAnyHeader</c>.
    /// </remarks>
    /// <typeparam name="T">The record of initial or trailing metadata.</typeparam>
    /// <param name="policy">The builder of the policy.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="NotSupportedException">The record has a <c>[MetadataPrefix]</c> property. CORS exposes headers by their full names only.</exception>
    public static CorsPolicyBuilder WithExposedMetadata<T>(this CorsPolicyBuilder policy)
        where T : IInitialMetadata<T> => Expose(policy, T.Descriptor.Layout);

    /// <inheritdoc cref="WithExposedMetadata{T}(CorsPolicyBuilder)"/>
    /// <param name="policy">The builder of the policy.</param>
    /// <param name="none">Not used. It makes records of initial metadata bind to the other overload.</param>
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
                $"'{layout.Record}' cannot be exposed because it reads every key with the prefix '{key.Key}', and CORS exposes headers by their full names only. List the headers with WithExposedHeaders instead."));
        }

        return keys;
    }
}
