using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Notes about the trailers of an exception that were created from a record.</summary>
/// <param name="Layout">The keys of the record.</param>
/// <param name="LeftOut">The errors of the keys that were left out.</param>
internal sealed record RecordTrailers(MetadataLayout Layout, IReadOnlyList<MetadataError> LeftOut)
{
    // Code that wraps the exception forwards its trailers.
    private static readonly ConditionalWeakTable<Metadata, RecordTrailers> _byTrailers = new();

    internal static void Note(Metadata trailers, MetadataLayout layout, IReadOnlyList<MetadataError> leftOut) => _byTrailers.Add(trailers, new RecordTrailers(layout, leftOut));

    internal static RecordTrailers? Of(Metadata trailers) => _byTrailers.TryGetValue(trailers, out RecordTrailers? known) ? known : null;
}
