using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace TypedMetadata;

/// <summary>
/// Marks a call whose handler has returned: what a task that it left behind would add from then on could meet grpc-dotnet writing the status. The mark costs no memory: it is an instance
/// of <see cref="WriteOptions"/> that means the same as none.
/// </summary>
internal static class EndedCall
{
    private static readonly WriteOptions _mark = new();

    internal static void Mark(ServerCallContext context, ServerCall call)
    {
        if (context.WriteOptions is null)
        {
            context.WriteOptions = _mark;
        }
        else if (!ReferenceEquals(context.WriteOptions, _mark))
        {
            call.EnsureState().HasEnded = true;
        }
    }

    internal static bool Is(ServerCall call) =>
        call.State is { HasEnded: true } || ReferenceEquals(call.Http.Features.Get<IServerCallContextFeature>()?.ServerCallContext.WriteOptions, _mark);
}
