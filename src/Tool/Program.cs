using System.CommandLine;
using TypedMetadata.Tool;

RootCommand root = new("Works with metadata contracts of gRPC services, the contract.json that app.MapTypedMetadata() serves.")
{
    DiffCommand.Create(),
    RenderCommand.Create(),
    FetchCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
