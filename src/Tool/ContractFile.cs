namespace TypedMetadata.Tool;

/// <summary>Reads and writes contract files.</summary>
internal static class ContractFile
{
    /// <summary>Reads a contract. If that fails, it writes the reason to the standard error and returns null.</summary>
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

    /// <summary>Writes a file. If that fails, it writes the reason to the standard error.</summary>
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
