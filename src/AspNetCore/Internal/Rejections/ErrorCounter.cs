using System.Diagnostics.Metrics;

namespace TypedMetadata;

/// <summary>
/// Counts errors of metadata in the meter <c>TypedMetadata</c>, by method, declared key, kind and position. Names that a caller chose are never used, because their number is
/// not limited.
/// </summary>
internal sealed class ErrorCounter
{
    internal const string MeterName = "TypedMetadata";
    internal const string InstrumentName = "typedmetadata.errors";
    private readonly Counter<long> _errors;

    public ErrorCounter(IMeterFactory? factory = null)
    {
        Meter meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _errors = meter.CreateCounter<long>(InstrumentName, "{error}", "Errors of gRPC metadata.");
    }

    internal void Count(IEnumerable<MetadataError> errors, MetadataPositions? position, string method)
    {
        if (!_errors.Enabled)
        {
            return;
        }

        foreach (MetadataError error in errors)
        {
            _errors.Add(1, new("method", method), new("key", error.DeclaredKey), new("kind", error.Kind.ToString()), new("position", position?.ToString() ?? "Unknown"));
        }
    }
}
