using System.Diagnostics.Metrics;

namespace TypedMetadata.Internal;

/// <summary>Counts malformed values that were read as the default, so that they are visible although nothing fails.</summary>
internal static class DefaultedValues
{
    private static readonly Meter _meter = new("TypedMetadata");
    private static readonly Counter<long> _values = _meter.CreateCounter<long>("typedmetadata.defaulted_values", "{value}", "Malformed values of gRPC metadata that were read as the default.");

    internal static void Count(string record, MetadataError error) =>
        _values.Add(1, new("record", record), new("key", error.DeclaredKey), new("kind", error.Kind.ToString()));
}
