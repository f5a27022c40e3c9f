using Grpc.Core;

namespace TypedMetadata;

/// <summary>How a record that was not given with a call comes into its headers.</summary>
internal static class DefaultMetadata
{
    /// <summary>The options with those keys of a record in their headers that are not there yet. The headers that they had are copied.</summary>
    /// <param name="options">The options of a call.</param>
    /// <param name="value">The record; null adds nothing.</param>
    /// <param name="includeSensitive">Whether sensitive keys are written; one that is left out cannot fail the write, required or not.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static CallOptions AddTo<T>(CallOptions options, T? value, bool includeSensitive = true)
        where T : IRequestMetadata<T> =>
        value is null ? options : options.WithHeaders(CallHeaders.WithDefaults(options.Headers, value, includeSensitive));
}
