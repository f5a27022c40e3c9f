using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Represents the result of reading a record: the record, or the errors of the metadata.</summary>
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

    /// <summary>Gets a value that indicates whether the record was read.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => _errors is { Count: 0 };

    /// <summary>Gets the record if it was read; otherwise, the default value.</summary>
    public T? Value { get; }

    /// <summary>Gets all errors. The list is empty if the record was read.</summary>
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
