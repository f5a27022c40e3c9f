using System.ComponentModel;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>A record of gRPC metadata. The source generator implements it on every <see cref="GrpcMetadataAttribute"/> record.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IGrpcMetadata<TSelf>
    where TSelf : IGrpcMetadata<TSelf>
{
#if NET
    /// <summary>How the record is read and written. The default is for records that were compiled with the core for .NET Standard, whose attribute has the descriptor.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual MetadataDescriptor<TSelf> Descriptor => AttributedDescriptor<TSelf>.Value;
#endif
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
