using TypedMetadata.Internal;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>What grpc-dotnet makes of a key in any case of letters.</summary>
internal static class RawKey
{
    /// <summary>Whether it stands as a key. <c>-bin</c> alone does too, though it names nothing.</summary>
    internal static bool IsLegal(string key) => KeyGrammar.IsWellFormed(key) || key.Equals(KeyGrammar.BinarySuffix, StringComparison.OrdinalIgnoreCase);

    internal static bool IsBinary(string key) => key.EndsWith(KeyGrammar.BinarySuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Who keeps a lower-case key for itself, or null when anybody may write it.</summary>
    internal static string? Owner(string key) =>
        ReservedKeys.IsOwnedByHttp(key) && !ReservedKeys.IsOfCaller(key) ? "HTTP"
        : ReservedKeys.HasGrpcPrefix(key) && !IsOpen(key) ? "gRPC"
        : null;

    // The last is how Grpc.StatusProto sends a status's details.
    private static bool IsOpen(string key) =>
        ReservedKeys.IsGrpcTracing(key) || ReservedKeys.IsRetryPushback(key) || ReservedKeys.IsRequestCompression(key) || key is "grpc-status-details-bin";
}
