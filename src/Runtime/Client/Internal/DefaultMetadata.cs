using Grpc.Core;

namespace TypedMetadata;

/// <summary>Adds a record that was not given with a call to its headers.</summary>
internal static class DefaultMetadata
{
    /// <summary>Returns options with the keys of a record that the headers do not have yet. The original headers are copied.</summary>
    /// <param name="options">The options of a call.</param>
    /// <param name="value">The record, or null to add nothing.</param>
    /// <param name="includeSensitive">Whether sensitive keys are written. Keys that are left out are not validated.</param>
    /// <exception cref="MetadataException">A value cannot be written.</exception>
    internal static CallOptions AddTo<T>(CallOptions options, T? value, bool includeSensitive = true)
        where T : IRequestMetadata<T> =>
        value is null ? options : options.WithHeaders(CallHeaders.WithDefaults(options.Headers, value, includeSensitive));
}
