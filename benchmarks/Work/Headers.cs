using Grpc.Core;

namespace TypedMetadata.Benchmarks.Work;

/// <summary>The reference record among other headers, as a call carries it.</summary>
internal static class Headers
{
    /// <summary>The record's entries and as many others as make <paramref name="count"/>, the record's spread among them.</summary>
    internal static Metadata Among(int count)
    {
        List<Metadata.Entry> entries = [.. Reference.Sample.ToMetadata()];
        // Tags as a client sends them: one field.
        entries.RemoveAll(entry => entry.Key == "tags");
        entries.Add(new Metadata.Entry("tags", string.Join(',', Reference.Sample.Tags)));
        for (int i = 0; entries.Count < count; i++)
        {
            Metadata.Entry other = i % 4 == 3
                ? new Metadata.Entry($"x-other-{i}-bin", [(byte)i, 1, 2, 3, 4, 5, 6, 7])
                : new Metadata.Entry($"x-other-header-{i}", $"value number {i}");
            entries.Insert(i * 2 % entries.Count, other);
        }

        Metadata metadata = [];
        entries.ForEach(metadata.Add);
        return metadata;
    }
}
