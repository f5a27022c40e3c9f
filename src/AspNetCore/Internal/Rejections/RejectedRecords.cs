using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Collects the records of a call that cannot be read, so that the client receives the errors of all records at once.</summary>
internal sealed class RejectedRecords
{
    private readonly List<RejectedKey> _keys = [];
    private string? _subject;

    internal void Add<T>(IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T> => Add(RecordReading.Subject<T>(MetadataPositions.Request), RejectedKey.Of<T>(errors));

    internal void Add(string subject, IReadOnlyList<RejectedKey> keys)
    {
        _subject = _subject is null ? subject : "The request metadata cannot be read";
        _keys.AddRange(keys);
    }

    internal MetadataException ToException(CallState? call) => new CallRejection(_subject!, call, _keys).ToException();
}
