using System.CommandLine;

namespace TypedMetadata.Tool;

/// <summary><c>typedmetadata render contract.json -o page.html</c></summary>
internal static class RenderCommand
{
    internal static Command Create()
    {
        Argument<FileInfo> contract = new("CONTRACT") { Description = "The contract file." };
        Option<FileInfo> output = new("--output", "-o") { Description = "The HTML file to write.", Required = true };
        Option<string> server = new("--server") { Description = "The host and port to use in the grpcurl and curl commands.", DefaultValueFactory = _ => Server.Unknown.Authority };
        Option<bool> plaintext = new("--plaintext") { Description = "Write the grpcurl and curl commands for a server without TLS." };
        Command command = new("render", "Renders a contract as one HTML file without external resources.") { contract, output, server, plaintext };
        command.SetAction(async (parsed, cancellation) =>
            await ContractFile.ReadAsync(parsed.GetRequiredValue(contract), cancellation) is ContractDocument document
                ? await ContractFile.WriteAsync(
                    parsed.GetRequiredValue(output), ContractPage.Write(document, new Server(parsed.GetRequiredValue(server), parsed.GetValue(plaintext))), cancellation)
                : ExitCodes.Failure);
        return command;
    }
}
