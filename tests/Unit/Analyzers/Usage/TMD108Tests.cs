using Microsoft.CodeAnalysis;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Analyzers.Usage;

/// <summary>TMD108: metadata and secrets that are printed.</summary>
public sealed class TMD108Tests
{
    [Theory]
    [InlineData("""logger.LogInformation("{Headers}", {|TMD108:metadata|}); logger.LogError(new Exception(), "{H}", text, {|TMD108:context.RequestHeaders|});""")]
    [InlineData("""Console.Write({|TMD108:metadata[0]|}); Console.WriteLine("{0}", {|TMD108:metadata.Get("x")|});""")]
    [InlineData("""Console.WriteLine("{0}{1}{2}{3}{4}", 1, 2, 3, 4, {|TMD108:caller.Secret|}); logger.LogDebug("{A}", new object?[] { {|TMD108:caller.Auth|} });""")]
    [InlineData("""logger.LogInformation("{A}", (object){|TMD108:caller.ToMetadata()|}); logger.BeginScope("{A}", {|TMD108:caller?.Secret|});""")]
    [InlineData("""Console.WriteLine($"a {{|TMD108:caller.Secret|}} {{|TMD108:metadata[0]|},10} {{|TMD108:caller?.Secret|}}"); logger.LogInformation($"{{|TMD108:caller.Secret|}}");""")]
    [InlineData("""throw new InvalidOperationException("no " + {|TMD108:caller.Secret|} + "!");""")]
    [InlineData("""throw new RpcException(new Status(StatusCode.Unauthenticated, $"no {{|TMD108:caller.Secret|}}"));""")]
    [InlineData("""foreach (Metadata.Entry entry in metadata) { Console.WriteLine({|TMD108:entry|}); }""")]
    public Task TMD108_is_reported_on_what_is_printed(string statements) => UsageSource.VerifyAsync(statements);

    [Theory]
    [InlineData("""logger.LogInformation("{Caller} {Name} {Count} {Key}", caller, caller.Name, metadata.Count, metadata[0].Key); Console.WriteLine(caller);""")]
    [InlineData("""string line = $"{caller} {caller.Name} {metadata.Count} {nameof(metadata)} {nameof(caller.Secret)} {caller.Secret.Length}";""")]
    [InlineData("""Console.WriteLine(metadata); Console.WriteLine($"{metadata}"); FormattableString later = $"{metadata}"; logger.LogInformation($"{metadata}");""")]
    [InlineData("""string header = $"Bearer {caller.Secret}"; new Metadata { { "authorization", $"Bearer {caller.Secret}" } }.ToString(); new StringBuilder().Append($"{caller.Secret}");""")]
    [InlineData("""throw new InvalidOperationException("no", new Exception(nameof(caller.Secret)));""")]
    [InlineData("""string both = string.Concat(metadata, caller.Secret); text.Equals(caller.Secret); Console.SetOut(Console.Out);""")]
    public Task TMD108_is_not_reported(string statements) => UsageSource.VerifyAsync(statements);

    [Fact]
    public Task TMD108_can_be_suppressed() => UsageSource.VerifyAsync("""
        #pragma warning disable TMD108
        Console.WriteLine(metadata[0]);
        """);

    [Fact]
    public Task TMD108_knows_the_secrets_of_maps() => MarkedSource.VerifyUsageAsync("""
        using System;
        public static class Uses
        {
            public static void Run(Bag bag) => Console.WriteLine($"{{|TMD108:bag.Baggage|}} {{|TMD108:bag.Token|}} {bag.Open}");
        }
        """,
        """
        using TypedMetadata;
        [GrpcMetadata]
        public sealed partial record Bag([MetadataKey(Sensitive = true)] string Token, [MetadataKey] string Open)
        {
            [MetadataPrefix("x-baggage-", Sensitive = true)] public System.Collections.Generic.IReadOnlyDictionary<string, string>? Baggage { get; init; }
        }
        """);

    [Fact]
    public Task TMD108_knows_the_secret_that_is_overridden() => MarkedSource.VerifyUsageAsync("""
        using System;
        public static class Uses
        {
            public static void Run(Derived derived) => Console.WriteLine({|TMD108:derived.Token|});
        }
        """,
        """
        using TypedMetadata;
        [GrpcMetadata] public abstract partial record Base { [MetadataKey(Sensitive = true)] public virtual string? Token { get; init; } }
        [GrpcMetadata] public sealed partial record Derived(string Name) : Base { public override string? Token { get; init; } }
        """);

    [Fact]
    public async Task TMD108_knows_a_compiled_record()
    {
        Compilation library = Generation.Generate(Sources.Compile("[TypedMetadata.GrpcMetadata] public sealed partial record Far([TypedMetadata.MetadataKey(\"secret\", Sensitive = true)] string Secret);"));
        Compilation compilation = Sources.Compile("public static class Uses { public static void Run(Far far) => System.Console.WriteLine(far.Secret); }")
            .AddReferences(MetadataReference.CreateFromImage(Emit(library)));
        Assert.Equal("TMD108", Assert.Single(await Generation.AnalyzeAsync(compilation, BuildProperty.UsageRules)).Id);
    }

    [Fact]
    public async Task TMD108_says_how_to_print_it_safely() => Assert.Equal(
        [
            "TMD108: 'metadata' is a Metadata, whose values are printed with it: print the keys that you need, or metadata.ToRedactedString(…)",
            "TMD108: 'metadata[0]' is a Metadata.Entry, whose value is printed with it: print its key, or a metadata record, which writes *** for its secrets",
            "TMD108: 'Secret' is sensitive, but is printed as it is: leave it out, or print the Caller, which writes *** for it",
        ],
        await UsageSource.MessagesAsync("""logger.LogInformation("{A}{B}", metadata, metadata[0]); Console.WriteLine(caller.Secret);"""));

    private static byte[] Emit(Compilation library)
    {
        using MemoryStream image = new();
        Assert.True(library.WithAssemblyName("Library").Emit(image).Success);
        return image.ToArray();
    }
}
