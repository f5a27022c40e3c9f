using System.Diagnostics.Metrics;

namespace TypedMetadata;

/// <summary>
/// The meter <c>TypedMetadata</c>: what is wrong with metadata, by method, key as declared, kind and position. Never by a name that a caller
/// chose, which could be any number of names.
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
