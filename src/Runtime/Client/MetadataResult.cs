using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>A record, or everything that is wrong with the metadata it was to be read from.</summary>
/// <typeparam name="T">The record.</typeparam>
public readonly struct MetadataResult<T>
    where T : IGrpcMetadata<T>
{
    private readonly IReadOnlyList<MetadataError>? _errors;

    private MetadataResult(T? value, IReadOnlyList<MetadataError> errors)
    {
        Value = value;
        _errors = errors;
    }

    /// <summary>Whether the record was read.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => _errors is { Count: 0 };

    /// <summary>The record when it was read, else the default.</summary>
    public T? Value { get; }

    /// <summary>Every error, empty when the record was read.</summary>
    public IReadOnlyList<MetadataError> Errors => _errors ?? [];

    internal static MetadataResult<T> Of(HttpHeaders headers)
    {
        ResponseHeaderReader.TryRead<T>(headers, out T? value, out IReadOnlyList<MetadataError> errors);
        return new MetadataResult<T>(value, errors);
    }

    internal static MetadataResult<T> Of(Metadata metadata)
    {
        MetadataSource.TryRead<T>(metadata, out T? value, out IReadOnlyList<MetadataError> errors);
        return new MetadataResult<T>(value, errors);
    }
}
