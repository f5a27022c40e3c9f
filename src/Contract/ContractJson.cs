using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedMetadata;

/// <summary>Reads and writes contracts as JSON: indented, with LF line endings, and without null values.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContractDocument), TypeInfoPropertyName = "Document")]
internal sealed partial class ContractJson : JsonSerializerContext
{
    internal static string Write(ContractDocument document) =>
        JsonSerializer.Serialize(document, Default.Document).ReplaceLineEndings("\n") + "\n";

    /// <summary>Reads a contract.</summary>
    /// <exception cref="FormatException">The text is not a contract, or has an unsupported version.</exception>
    internal static ContractDocument Read(string json)
    {
        ContractDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(json, Default.Document);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The text is not a contract: {exception.Message}", exception);
        }

        return document switch
        {
            null => throw new FormatException("The text is not a contract: it is null."),
            { Version: 0 } => throw new FormatException("The text is not a contract: it has no version."),
            { Version: < 1 or > ContractDocument.CurrentVersion } => throw new FormatException(FormattableString.Invariant(
                $"The contract has version {document.Version}, but this version of TypedMetadata supports only version {ContractDocument.CurrentVersion}. Update TypedMetadata.")),
            _ when HasNull(document) => throw new FormatException("The text is not a contract: an item of a list is null."),
            _ when Unnamed(document) is string unnamed => throw new FormatException($"The text is not a contract: {unnamed} has no name."),
            _ => document,
        };
    }

    private static bool HasNull(ContractDocument document) =>
        document.Services.Any(static service => service is null || service.Methods.Any(static method => method is null || method.Request.Concat(method.Initial).Concat(method.Trailing).Any(static use => use is null)))
        || document.Records.Any(static record => record is null || record.Positions.Any(static position => position is null) || record.Keys.Any(static key => key is null || key.Aliases.Any(static alias => alias is null)));

    private static string? Unnamed(ContractDocument document) =>
        document.Services.Any(static service => service.Name.Length == 0) ? "a service"
        : document.Services.Any(static service => service.Methods.Any(static method => method.Name.Length == 0)) ? "a method"
        : document.Records.Any(static record => record.Type.Length == 0) ? "a record"
        : document.Records.Any(static record => record.Keys.Any(static key => key.Key.Length == 0)) ? "a key"
        : null;
}
