using System.Collections.Concurrent;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>The records of one call that go on to other services, each read for the first call that takes it along. Nobody else holds them.</summary>
internal sealed class ReadOnce
{
    private ConcurrentDictionary<Type, object>? _records;

    /// <summary>The record of the call's request metadata.</summary>
    /// <exception cref="MetadataException">It cannot be read.</exception>
    internal T Get<T>(ServerCallContext context)
        where T : IRequestMetadata<T>
    {
        ConcurrentDictionary<Type, object> records = LazyInitializer.EnsureInitialized(ref _records);
        return (T)records.GetOrAdd(typeof(T), static (_, call) => call.ReadRequestMetadata<T>(), context);
    }
}
