namespace TypedMetadata.Packaging.Harness;

/// <summary>A git repository of the project's files outside the working tree, so that a build of it disturbs no other.</summary>
internal sealed class SourceTree
{
    private static readonly string[] _git =
        ["git", "-c", "user.name=Packaging", "-c", "user.email=packaging@example.invalid", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false", "-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false"];

    private SourceTree(string folder) => Folder = folder;

    internal string Folder { get; }

    /// <summary>The files of the working tree as they are, committed after an empty commit, and tagged.</summary>
    internal static async Task<SourceTree> OfWorkingTreeAsync(string folder, string tag)
    {
        SourceTree tree = new(Directory.CreateDirectory(folder).FullName);
        await tree.GitAsync("init", "--quiet");
        await tree.GitAsync("commit", "--quiet", "--allow-empty", "--message", "Before");
        await tree.GitAsync("--git-dir", Path.Combine(folder, ".git"), "--work-tree", Built.Repository, "add", "--all");
        await tree.GitAsync("commit", "--quiet", "--message", "The working tree");
        await tree.GitAsync("reset", "--quiet", "--hard");
        await tree.GitAsync("tag", tag);
        return tree;
    }

    /// <summary>The files of a commit of this repository, with its history and tags.</summary>
    internal static async Task<SourceTree> OfCommitAsync(string folder, string commit)
    {
        await RunAsync(Built.Repository, "clone", "--quiet", "--no-checkout", ".", folder);
        SourceTree tree = new(folder);
        await tree.GitAsync("checkout", "--quiet", commit);
        return tree;
    }

    /// <summary>A clone of the last commit alone.</summary>
    internal async Task<SourceTree> CloneShallowAsync(string folder)
    {
        await RunAsync(Folder, "clone", "--quiet", "--depth", "1", new Uri(Folder).AbsoluteUri, folder);
        return new SourceTree(folder);
    }

    /// <summary>Makes the packages. What analyzers say of our own code, its ordinary build has heard.</summary>
    /// <param name="output">Where they go.</param>
    internal async Task PackAsync(string output) =>
        (await Command.RunAsync(Folder, ["dotnet", "pack", "Generator.sln", "--configuration", "Release", "--output", output, "-p:RunAnalyzers=false"])).Succeeded();

    internal Task<string> GitAsync(params string[] arguments) => RunAsync(Folder, arguments);

    /// <summary>What git answers in a folder.</summary>
    internal static async Task<string> RunAsync(string folder, params string[] arguments) => (await Command.RunAsync(folder, [.. _git, .. arguments])).Succeeded().Trim();
}
