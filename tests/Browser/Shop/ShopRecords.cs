using Grpc.Core;

namespace TypedMetadata.Browser.Shop;

/// <summary>Identifies the tenant and the user of a request.</summary>
/// <param name="TenantId">The tenant whose data the call reads or changes.</param>
/// <param name="RequestId">Correlates the log entries of one request.</param>
/// <param name="ApiToken">The token of the user.</param>
[GrpcMetadata(MaxSize = 4096)]
internal sealed partial record Caller(
    string TenantId,
    Guid RequestId,
    [MetadataKey(Sensitive = true, ErrorStatusCode = StatusCode.Unauthenticated)] string? ApiToken = null)
{
    /// <summary>Gets the languages that the user prefers.</summary>
    [MetadataKey("x-languages", Aliases = ["x-language"], MaxItems = 3)]
    public string[] Languages { get; init; } = [];

    /// <summary>Gets the experiments that the user takes part in.</summary>
    [MetadataPrefix("x-experiment-")]
    public IReadOnlyDictionary<string, string> Experiments { get; init; } = new Dictionary<string, string>();
}

/// <summary>Makes retries of a call safe.</summary>
/// <param name="IdempotencyKey">The same value for each attempt.</param>
[GrpcMetadata]
internal sealed partial record Retry(Guid IdempotencyKey);

/// <summary>Describes the server that handles the call.</summary>
/// <param name="Region">The region of the server.</param>
[GrpcMetadata(MetadataPositions.Initial)]
internal sealed partial record ServerInfo(string Region);

/// <summary>Describes the work that the call took.</summary>
/// <param name="Rows">The number of rows that were read or written.</param>
/// <param name="ChecksumBin">The SHA-256 checksum of the response.</param>
[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record Receipt(int Rows, byte[]? ChecksumBin = null);

/// <summary>&lt;script&gt;alert('summary')&lt;/script&gt; "&gt;&lt;img src=x onerror=alert('image')&gt; &lt;/article&gt;&lt;/main&gt; שלום עולם &#x202E;reversed&#x202C; end</summary>
/// <param name="Author">'"&gt;&lt;svg onload=alert('key')&gt; &#x202E;without an end.</param>
[GrpcMetadata]
internal sealed partial record Hostile(string Author);
