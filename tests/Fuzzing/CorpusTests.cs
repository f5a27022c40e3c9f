namespace TypedMetadata.Fuzzing;

/// <summary>What is in the corpus breaks no promise: vectors, and whatever fuzzing found to take another path.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Targets => [.. Target.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Corpus_breaks_no_promise(string name)
    {
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", name));
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            Exception? broken = Record.Exception(() => Target.Named(name).Run(Replay.Read(file)));
            Assert.True(broken is null, $"{Path.GetFileName(file)}: {broken}");
        }
    }
}
