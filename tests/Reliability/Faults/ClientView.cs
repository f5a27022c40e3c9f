using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Reliability.BadInput;

namespace TypedMetadata.Reliability.Faults;

/// <summary>What a typed client reports of a call: its status, and which metadata it read.</summary>
internal static class ClientView
{
    internal static readonly Badge Expected = new("victim", [1, 2, 3]);

    internal static async Task<string> OfAsync(RunningCall call)
    {
        Task<string?> finishing = call.FinishAsync();
        string initial = await ReadAsync(", initial", call.Initial.ReadAsync<Badge>);
        TrailingMetadataView trailers = call.Trailing;
        string end = "OK";
        try
        {
            await finishing;
        }
        catch (RpcException failed)
        {
            end = $"{failed.StatusCode}";
            trailers = failed.TrailingMetadata();
        }

        string trailing = await ReadAsync(", trailing", () => Task.FromResult(trailers.Read<Badge>()));
        return end + initial + trailing;
    }

    /// <summary>The status alone.</summary>
    internal static string EndOf(string view) => view.Split(',')[0];

    private static async Task<string> ReadAsync(string name, Func<Task<Badge>> readAsync)
    {
        try
        {
            Badge read = await readAsync();
            return read == Expected ? name : throw new InvalidDataException($"Another's badge was read: {read}.");
        }
        catch (Exception absent) when (absent is RpcException or MetadataException or InvalidOperationException)
        {
            return "";
        }
    }
}
