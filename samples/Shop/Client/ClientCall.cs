namespace Shop;

/// <summary>A call of the client, with the metadata that the client sent.</summary>
internal sealed record ClientCall(string Title, Sighting Client);
