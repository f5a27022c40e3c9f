using System.Runtime.CompilerServices;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>What is known of an exception's trailers that a record made: which keys are the record's, and which of them were left out.</summary>
/// <param name="Layout">The record's keys.</param>
/// <param name="LeftOut">Why some are missing.</param>
internal sealed record RecordTrailers(MetadataLayout Layout, IReadOnlyList<MetadataError> LeftOut)
{
    // Whoever wraps the exception passes its trailers on.
    private static readonly ConditionalWeakTable<Metadata, RecordTrailers> _byTrailers = new();

    internal static void Note(Metadata trailers, MetadataLayout layout, IReadOnlyList<MetadataError> leftOut) => _byTrailers.Add(trailers, new RecordTrailers(layout, leftOut));

    internal static RecordTrailers? Of(Metadata trailers) => _byTrailers.TryGetValue(trailers, out RecordTrailers? known) ? known : null;
}
