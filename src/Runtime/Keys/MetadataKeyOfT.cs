using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>A metadata key that knows the type of its value and how it is encoded. Made by <see cref="MetadataKey"/> or found in a record's <c>Keys</c>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public abstract class MetadataKey<T>
{
    private protected MetadataKey(string name) => Name = name;

    /// <summary>The key as it is on the wire, lower-case.</summary>
    public string Name { get; }

    /// <summary>The key's name, for people to read.</summary>
    public override string ToString() => Name;

    internal MetadataException Exception(MetadataError error) =>
        new($"The key '{Name}' failed", position: null, [error]);

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
