using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;

namespace TypedMetadata.Benchmarks.Work;

/// <summary>What people write: <c>GetValue</c> for each key, and <c>Parse</c>.</summary>
internal static class Naive
{
    internal static Reference Read(Metadata metadata) => new(
        metadata.GetValue("tenant-id") ?? throw Missing("tenant-id"),
        Guid.Parse(metadata.GetValue("request-id") ?? throw Missing("request-id")),
        DateTimeOffset.Parse(metadata.GetValue("begin-time") ?? throw Missing("begin-time"), CultureInfo.InvariantCulture),
        metadata.GetValueBytes("token-bin") ?? throw Missing("token-bin"),
        metadata.GetValue("attempt") is string attempt ? int.Parse(attempt, CultureInfo.InvariantCulture) : null,
        [.. metadata.GetAll("tags").SelectMany(entry => entry.Value.Split(','))],
        TraceContext.Parser.ParseFrom(metadata.GetValueBytes("trace-ctx-bin") ?? throw Missing("trace-ctx-bin")));

    internal static Metadata Write(Reference value)
    {
        Metadata metadata = [];
        AddTo(metadata, value);
        return metadata;
    }

    internal static void AddTo(Metadata metadata, Reference value)
    {
        metadata.Add("tenant-id", value.TenantId);
        metadata.Add("request-id", value.RequestId.ToString());
        metadata.Add("begin-time", value.BeginTime.ToString("O", CultureInfo.InvariantCulture));
        metadata.Add("token-bin", value.Token.ToArray());
        if (value.Attempt is int attempt)
        {
            metadata.Add("attempt", attempt.ToString(CultureInfo.InvariantCulture));
        }

        foreach (string tag in value.Tags)
        {
            metadata.Add("tags", tag);
        }

        metadata.Add("trace-ctx-bin", value.Trace.ToByteArray());
    }

    private static InvalidOperationException Missing(string key) => new($"{key} is missing.");
}
