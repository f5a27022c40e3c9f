using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Pages;

/// <summary>The README's quick start and samples/Minimal are the same code. Their project files differ: the sample refers to projects, the README to packages.</summary>
public sealed class QuickStartTests
{
    [Fact]
    public void Blocks_of_the_README_equal_the_files_of_the_sample()
    {
        (string Path, string Text)[] files = [.. QuickStart.FilesIn(Page.Read("README.md").Text).Where(file => !file.Path.EndsWith(".csproj", StringComparison.Ordinal))];
        Assert.Equal(4, files.Length);
        Assert.All(files, file => Assert.Equal(Page.Read("samples/Minimal/" + file.Path).Text, file.Text));
    }
}
