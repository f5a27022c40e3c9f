using System.CommandLine;
using TypedMetadata.Tool;

RootCommand root = new("Compares, renders and fetches metadata contracts of gRPC services. app.MapTypedMetadata() serves a contract as contract.json.")
{
    DiffCommand.Create(),
    RenderCommand.Create(),
    FetchCommand.Create(),
};
ParseResult parsed = root.Parse(args);
int exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count == 0 ? exitCode : ExitCodes.Failure;
