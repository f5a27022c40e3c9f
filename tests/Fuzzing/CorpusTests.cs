using System.IO.Compression;

namespace TypedMetadata.Fuzzing;

/// <summary>What is in the corpus breaks no promise: vectors, and whatever fuzzing found to take another path.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Targets => [.. Target.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Corpus_breaks_no_promise(string name)
    {
        using ZipArchive corpus = ZipFile.OpenRead(Path.Combine(AppContext.BaseDirectory, "Corpus", name + ".zip"));
        Assert.NotEmpty(corpus.Entries);
        foreach (ZipArchiveEntry input in corpus.Entries)
        {
            using Stream content = input.Open();
            Exception? broken = Record.Exception(() => Target.Named(name).Run(Replay.Read(content)));
            Assert.True(broken is null, $"{input.Name}: {broken}");
        }
    }
}
