using BenchmarkDotNet.Attributes;
using Grpc.Core;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.BenchmarkDotNet;

/// <summary>The reference record to and from <c>Metadata</c>, one way after the other: for bytes and for a look at one way alone.</summary>
[MemoryDiagnoser]
public class MetadataBenchmarks
{
    private Metadata _metadata = [];

    /// <summary>How many headers there are in all.</summary>
    [Params(8, 16, 32, 64)]
    public int Headers { get; set; }

    /// <summary>Makes them.</summary>
    [GlobalSetup]
    public void Prepare() => _metadata = Work.Headers.Among(Headers);

    /// <summary>Reads as people do.</summary>
    [Benchmark(Baseline = true)]
    public object Naive() => Work.Naive.Read(_metadata);

    /// <summary>Reads as an expert would.</summary>
    [Benchmark]
    public object Expert() => Work.Expert.Read(_metadata);

    /// <summary>Reads the record.</summary>
    [Benchmark]
    public object Typed() => _metadata.Read<Reference>();

    /// <summary>Writes as people do.</summary>
    [Benchmark]
    public object NaiveWrite() => Work.Naive.Write(Reference.Sample);

    /// <summary>Writes the record.</summary>
    [Benchmark]
    public object TypedWrite() => Reference.Sample.ToMetadata();
}
