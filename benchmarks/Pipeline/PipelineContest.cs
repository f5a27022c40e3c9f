using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using TypedMetadata.Benchmarks.EndToEnd;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>
/// What a server takes for a call between Kestrel and the handler, typed and by hand: for a silent call, which has no metadata, and for one that writes the reference
/// record as initial and as trailing metadata. Over a network both would be small differences of large figures.
/// </summary>
internal sealed class PipelineContest : IAsyncDisposable
{
    private readonly List<WebApplication> _applications = [];
    private readonly Contest _contest = new();

    private PipelineContest()
    {
    }

    /// <summary>The time of a silent call with <c>AddTypedMetadata()</c>, to one without.</summary>
    internal Spread SilentTime => _contest.Ratio("typed, silent", "by hand, silent");

    /// <summary>The bytes that <c>AddTypedMetadata()</c> adds to a silent call.</summary>
    internal long SilentBytes => _contest.Bytes("typed, silent") - _contest.Bytes("by hand, silent");

    /// <summary>The time of the writing alone, to by hand.</summary>
    internal Spread WriteTime => _contest.Over(time => (time("typed, writes") - time("typed, silent")) / (time("by hand, writes") - time("by hand, silent")));

    internal long WriteBytes => WriteBytesOf("typed");

    internal long WriteBytesByHand => WriteBytesOf("by hand");

    internal static async Task<PipelineContest> OpenAsync()
    {
        PipelineContest contest = new();
        await contest.AddAsync<TypedWorker>("typed", services => services.AddGrpc().AddTypedMetadata());
        await contest.AddAsync<RawWorker>("by hand", services => services.AddGrpc());
        return contest;
    }

    internal PipelineContest Run(RunOptions pace)
    {
        _contest.Run(pace);
        return this;
    }

    internal PipelineContest WarmUp()
    {
        _contest.WarmUp();
        return this;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication application in _applications)
        {
            await application.DisposeAsync();
        }
    }

    private async Task AddAsync<TService>(string name, Action<IServiceCollection> addGrpc)
        where TService : class
    {
        PipelineServer server = new();
        _applications.Add(await Servers.StartAsync<TService>(services =>
        {
            addGrpc(services);
            services.AddSingleton<IServer>(server);
        }));
        _contest.Add($"{name}, silent", server.Prepare(WorkRequest.Types.Part.Silence)).Add($"{name}, writes", server.Prepare(WorkRequest.Types.Part.Write));
    }

    private long WriteBytesOf(string name) => _contest.Bytes($"{name}, writes") - _contest.Bytes($"{name}, silent");
}
