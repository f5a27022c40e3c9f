using System.ComponentModel;
using TypedMetadata.CompilerServices;

namespace TypedMetadata;

/// <summary>A record of gRPC metadata. The source generator implements it on every <see cref="GrpcMetadataAttribute"/> record.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IGrpcMetadata<TSelf>
    where TSelf : IGrpcMetadata<TSelf>
{
    /// <summary>How the record is read and written.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract MetadataDescriptor<TSelf> Descriptor { get; }
}

/// <summary>A record that travels with the request headers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IRequestMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : IRequestMetadata<TSelf>;

/// <summary>A record that travels with the response headers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IInitialMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : IInitialMetadata<TSelf>;

/// <summary>A record that travels with the trailers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface ITrailingMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : ITrailingMetadata<TSelf>;
