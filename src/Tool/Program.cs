using System.CommandLine;
using TypedMetadata.Tool;

RootCommand root = new("Works with metadata contracts of gRPC services, the contract.json that app.MapTypedMetadata() serves.")
{
    DiffCommand.Create(),
    RenderCommand.Create(),
    FetchCommand.Create(),
};
ParseResult parsed = root.Parse(args);
int exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count == 0 ? exitCode : ExitCodes.Failure;
