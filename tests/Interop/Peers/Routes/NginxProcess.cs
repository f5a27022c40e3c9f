namespace TypedMetadata.Interop.Peers.Routes;

/// <summary>nginx on a unix socket in front of one server.</summary>
internal sealed class NginxProcess : PeerProcess
{
    private readonly DirectoryInfo _directory;

    private NginxProcess(DirectoryInfo directory)
        : base("nginx", "-e", "stderr", "-p", directory.FullName, "-c", Path.Combine(directory.FullName, "nginx.conf")) =>
        _directory = directory;

    internal string Socket => Path.Combine(_directory.FullName, "socket");

    private protected override string Launcher => Script("nginx/run");

    internal static async Task<NginxProcess> StartAsync(int server, string options)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("nginx-");
        string configuration = await File.ReadAllTextAsync(Script("nginx/nginx.conf"));
        await File.WriteAllTextAsync(
            Path.Combine(directory.FullName, "nginx.conf"),
            configuration.Replace("{directory}", directory.FullName, StringComparison.Ordinal)
                .Replace("{server}", $"127.0.0.1:{server}", StringComparison.Ordinal)
                .Replace("{options}", options, StringComparison.Ordinal));
        NginxProcess nginx = new(directory);

        // It listens before it tells how it waits for events.
        while (!(await nginx.NextLineAsync()).Contains("event method", StringComparison.Ordinal))
        {
        }

        return nginx;
    }

    private protected override void Gone() => _directory.Delete(recursive: true);
}
