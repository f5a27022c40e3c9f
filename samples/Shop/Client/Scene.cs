namespace Shop;

/// <summary>A call of the client's, and what the client itself knows of it.</summary>
internal sealed record Scene(string Title, Sighting Client);
