using System.Text.Json;

namespace Shop;

/// <summary>A line of the JSON that a service logs.</summary>
internal sealed record LogLine(string LogLevel, string Category, string Message, JsonElement State)
{
    internal static LogLine Parse(string json) => JsonSerializer.Deserialize<LogLine>(json)!;

    /// <summary>Where the service listens, if the line says so.</summary>
    internal Uri? Listening => Category == nameof(Shop) && State.TryGetProperty("Url", out JsonElement url) ? new Uri(url.GetString()!) : null;

    /// <summary>What the service saw of a call, if the line says so.</summary>
    internal Sighting? Seen => Category == typeof(CallLog).FullName ? State.Deserialize<Sighting>() : null;
}

/// <summary>What one process saw of a call. Of the token it knows no more than whether there was one.</summary>
/// <param name="Tenant">The tenant, if there was one.</param>
/// <param name="RequestId">The request, if there was one.</param>
/// <param name="HasToken">Whether there was a user token.</param>
/// <param name="App">The version of the caller's program, if there was one.</param>
/// <param name="Left">How much time was left when the call came.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record Sighting(string? Tenant, string? RequestId, bool HasToken, string? App, TimeSpan Left, string Outcome);
