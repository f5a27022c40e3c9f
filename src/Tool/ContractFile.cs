namespace TypedMetadata.Tool;

/// <summary>Contracts in files.</summary>
internal static class ContractFile
{
    /// <summary>Reads a contract, or says on the standard error why it cannot be read.</summary>
    internal static async Task<ContractDocument?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return ContractJson.Read(await File.ReadAllTextAsync(file.FullName, cancellation));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            await Console.Error.WriteLineAsync($"'{file}' cannot be read. {exception.Message}");
            return null;
        }
    }

    /// <summary>Writes a file, or says on the standard error why it cannot be written.</summary>
    internal static async Task<int> WriteAsync(FileInfo file, string text, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file.FullName, text, cancellation);
            return ExitCodes.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"'{file}' cannot be written. {exception.Message}");
            return ExitCodes.Failure;
        }
    }
}
