namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD100: text on a key with -bin, bytes on one without.</summary>
public sealed class TMD100Tests
{
    [Theory]
    [InlineData("""metadata.Add({|TMD100:"x-bin"|}, text);""")]
    [InlineData("""metadata.Add({|TMD100:"x"|}, bytes);""")]
    [InlineData("""metadata?.Add({|TMD100:"x"|}, bytes);""")]
    [InlineData("""metadata.Add(value: text, key: {|TMD100:"x-bin"|});""")]
    [InlineData("""_ = new Metadata.Entry({|TMD100:"x-bin"|}, text);""")]
    [InlineData("""Metadata.Entry entry = new({|TMD100:"x"|}, bytes);""")]
    [InlineData("""metadata.Add(new({|TMD100:"x"|}, bytes));""")]
    [InlineData("""Metadata other = new() { { {|TMD100:"x-bin"|}, text }, { "y", text }, { {|TMD100:"z"|}, bytes } };""")]
    [InlineData("""Metadata other = [new({|TMD100:"x-bin"|}, text)];""")]
    [InlineData("""metadata.Add({|TMD100:Names.Binary|}, text); metadata.Add({|TMD100:Names.Text|}, bytes);""")]
    [InlineData("""metadata.Add({|TMD100:"x" + "-bin"|}, text); metadata.Add({|TMD100:$"{Names.Text}-bin"|}, text);""")]
    [InlineData("""metadata.Add({|TMD100:"grpc-status-bin"|}, text);""")]
    [InlineData("""metadata.Add({|TMD100:"x-bin"|}, "line\nbreak");""")]
    public Task TMD100_is_reported_on_the_key(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD100_is_reported_wherever_code_stands() => MarkedSource.VerifyUsageAsync("""
        using System;
        using Grpc.Core;
        public sealed class Uses(Metadata metadata)
        {
            private static readonly Metadata _shared = new() { { {|TMD100:"x-bin"|}, "text" } };
            public Metadata.Entry Entry { get; } = new({|TMD100:"x"|}, Array.Empty<byte>());
            public Action<string> Later => text =>
            {
                void Add() => metadata.Add({|TMD100:"x-bin"|}, text);
                Add();
            };
        }
        """);

    [Fact]
    public Task TMD100_stands_beside_other_mistakes_of_the_same_key() => UsageSource.VerifyAsync("""
        metadata.Add({|TMD100,TMD106:"X-BIN"|}, text);
        metadata.Add({|TMD100,TMD101:"x y"|}, bytes);
        """);

    [Theory]
    [InlineData("""metadata.Add("x-bin", bytes); metadata.Add("x", text); metadata.Add("-bin", bytes); metadata.Add("bin", text);""")]
    [InlineData("""metadata.Add(text, text); metadata.Add(text + "-bin", text); metadata.Add($"{text}-bin", text); metadata.Add(Names.Unknown, text);""")]
    [InlineData("""string local = "x-bin"; metadata.Add(local, text);""")]
    [InlineData("""Dictionary<string, string> other = new() { { "x-bin", text } }; other.Add("y-bin", text);""")]
    public Task TMD100_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD100_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD100
        metadata.Add("x-bin", text);
        """);

    [Fact]
    public async Task TMD100_says_what_is_wrong_and_what_to_do()
    {
        Assert.Equal(["TMD100: The key 'x-bin' ends in '-bin', but is given text, which always throws: remove '-bin', or give it bytes"], await UsageSource.MessagesAsync("""metadata.Add("x-bin", text);"""));
        Assert.Equal(["TMD100: The key 'x' does not end in '-bin', but is given bytes, which always throws: add '-bin', or give it text"], await UsageSource.MessagesAsync("""metadata.Add("x", bytes);"""));
    }
}
