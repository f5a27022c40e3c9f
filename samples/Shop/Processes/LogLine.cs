using System.Text.Json;

namespace Shop;

/// <summary>A line of a service's JSON log.</summary>
internal sealed record LogLine(string LogLevel, string Category, string Message, JsonElement State)
{
    internal static LogLine Parse(string json) => JsonSerializer.Deserialize<LogLine>(json)!;

    /// <summary>The address that the service listens on, if this line reports it.</summary>
    internal Uri? Listening => Category == nameof(Shop) && State.TryGetProperty("Url", out JsonElement url) ? new Uri(url.GetString()!) : null;

    /// <summary>The metadata that the service received with a call, if this line reports it.</summary>
    internal Sighting? Seen => Category == typeof(CallLog).FullName ? State.Deserialize<Sighting>() : null;
}

/// <summary>The metadata of a call as one process saw it. It never contains the token.</summary>
/// <param name="Tenant">The tenant, or null.</param>
/// <param name="RequestId">The id of the request, or null.</param>
/// <param name="HasToken">Whether a user token was present.</param>
/// <param name="App">The version of the calling program, or null.</param>
/// <param name="Left">The time that remained until the deadline when the call arrived.</param>
/// <param name="Outcome">The status code, or the name of an exception type.</param>
internal sealed record Sighting(string? Tenant, string? RequestId, bool HasToken, string? App, TimeSpan Left, string Outcome);
