using System.Diagnostics;

namespace TypedMetadata.Packaging.Harness;

/// <summary>
/// The version before this one: the highest tag below this commit with the same major number. The variable PREVIOUS_VERSION names another
/// commit instead.
/// </summary>
internal static class PreviousVersion
{
    internal static string? Commit { get; } = Environment.GetEnvironmentVariable("PREVIOUS_VERSION") is { Length: > 0 } name ? Named(name) : LastTag();

    private static string Named(string name) => Git("rev-parse", "--verify", name + "^{commit}").FirstOrDefault()
        ?? throw new InvalidOperationException($"PREVIOUS_VERSION is '{name}', which is no commit of this repository: name one, or unset it.");

    private static string? LastTag()
    {
        string[] below = Git("tag", "--merged", "HEAD", "--no-contains", "HEAD", "--list", "v*", "--sort=-version:refname");
        string? newest = Git("tag", "--points-at", "HEAD", "--list", "v*", "--sort=-version:refname").Concat(below).FirstOrDefault();
        return below.FirstOrDefault(tag => Major(tag) == Major(newest!));
    }

    private static string Major(string tag) => tag.Split('.')[0];

    // No answer where there is no repository: an archive of the sources has no history.
    private static string[] Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Built.Repository, RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>A test that needs the previous version.</summary>
internal sealed class PreviousVersionFactAttribute : FactAttribute
{
    public PreviousVersionFactAttribute()
    {
        if (PreviousVersion.Commit is null)
        {
            Skip = "No version was tagged before this commit, or its tag was not fetched. PREVIOUS_VERSION=<commit> packs another commit instead.";
        }
    }
}
