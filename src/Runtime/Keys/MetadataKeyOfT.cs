using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Represents a metadata key with the type and the encoding of its value. Create it with <see cref="MetadataKey"/>, or use one of a record's <c>Keys</c>.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class MetadataKey<T>
{
    private protected MetadataKey(string name) => Name = name;

    /// <summary>Gets the name of the key on the wire, in lower case.</summary>
    public string Name { get; }

    /// <summary>Returns the name of the key.</summary>
    public override string ToString() => Name;

    internal MetadataException Exception(MetadataError error) =>
        new($"'{Name}' cannot be read or written", position: null, [error]);

    internal abstract MetadataError? Read(WireValue wire, [MaybeNull] out T value);

    internal Metadata.Entry Write(T value)
    {
        bool isReserved = ReservedKeys.IsOwnedByHttp(Name)
            || (ReservedKeys.HasGrpcPrefix(Name) && !ReservedKeys.IsGrpcTracing(Name) && !ReservedKeys.IsRetryPushback(Name) && !ReservedKeys.IsRequestCompression(Name));
        if (isReserved)
        {
            throw Exception(KeyErrors.Reserved(Name));
        }

        return Encode(value, out Metadata.Entry? entry) is MetadataError error ? throw Exception(error) : entry!;
    }

    private protected abstract MetadataError? Encode(T value, out Metadata.Entry? entry);
}
