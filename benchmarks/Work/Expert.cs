using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;

namespace TypedMetadata.Benchmarks.Work;

/// <summary>One careful pass with exact parsers: what an expert writes for one record when it matters.</summary>
internal static class Expert
{
    internal static Reference Read(Metadata metadata)
    {
        string? tenant = null;
        Guid request = default;
        DateTimeOffset begin = default;
        byte[]? token = null;
        int? attempt = null;
        ImmutableArray<string>.Builder? tags = null;
        TraceContext? trace = null;
        for (int i = 0; i < metadata.Count; i++)
        {
            Metadata.Entry entry = metadata[i];
            switch (entry.Key)
            {
                case "tenant-id":
                    tenant = entry.Value;
                    break;
                case "request-id":
                    request = Guid.TryParseExact(entry.Value, "D", out Guid guid) ? guid : throw Bad(entry.Key);
                    break;
                case "begin-time":
                    begin = DateTimeOffset.TryParseExact(entry.Value, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : throw Bad(entry.Key);
                    break;
                case "token-bin":
                    token = entry.ValueBytes;
                    break;
                case "attempt":
                    attempt = int.TryParse(entry.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : throw Bad(entry.Key);
                    break;
                case "tags":
                    tags ??= ImmutableArray.CreateBuilder<string>();
                    foreach (Range item in entry.Value.AsSpan().Split(','))
                    {
                        tags.Add(entry.Value.AsSpan()[item].Trim().ToString());
                    }

                    break;
                case "trace-ctx-bin":
                    trace = TraceContext.Parser.ParseFrom(entry.ValueBytes);
                    break;
            }
        }

        return new Reference(
            tenant ?? throw Bad("tenant-id"),
            request == default ? throw Bad("request-id") : request,
            begin == default ? throw Bad("begin-time") : begin,
            token ?? throw Bad("token-bin"),
            attempt,
            tags?.ToImmutable() ?? [],
            trace ?? throw Bad("trace-ctx-bin"));
    }

    private static InvalidOperationException Bad(string key) => new($"{key} is missing or malformed.");
}
