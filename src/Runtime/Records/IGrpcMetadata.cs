using System.ComponentModel;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Represents a record of gRPC metadata. The source generator implements it on every <c>[GrpcMetadata]</c> record.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IGrpcMetadata<TSelf>
    where TSelf : IGrpcMetadata<TSelf>
{
#if NET
    /// <summary>Gets the descriptor that reads and writes the record. The default is for records that were compiled with the core for .NET Standard, whose attribute has the descriptor.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual MetadataDescriptor<TSelf> Descriptor => AttributedDescriptor<TSelf>.Value;
#endif
}

/// <summary>Represents a record of request metadata, which the client sends in the request headers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IRequestMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : IRequestMetadata<TSelf>;

/// <summary>Represents a record of initial metadata, which the server sends in the response headers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IInitialMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : IInitialMetadata<TSelf>;

/// <summary>Represents a record of trailing metadata, which the server sends in the trailers.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface ITrailingMetadata<TSelf> : IGrpcMetadata<TSelf>
    where TSelf : ITrailingMetadata<TSelf>;
