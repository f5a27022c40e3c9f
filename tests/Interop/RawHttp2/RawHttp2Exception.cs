namespace TypedMetadata.Interop.RawHttp2;

/// <summary>The server broke off, or sent something this client does not take.</summary>
internal sealed class RawHttp2Exception(string message) : Exception(message);
