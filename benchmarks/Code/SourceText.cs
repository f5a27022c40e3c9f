namespace TypedMetadata.Benchmarks.Code;

/// <summary>Records in source, as the generator meets them: one a file, as people keep them.</summary>
internal static class SourceText
{
    internal const string Unrelated = "public static class Unrelated { public static int Twice(int number) => number * 2; }";

    /// <summary>The reference record.</summary>
    internal const string Reference = """
        [TypedMetadata.GrpcMetadata]
        public sealed partial record Reference(
            string TenantId,
            System.Guid RequestId,
            System.DateTimeOffset BeginTime,
            [TypedMetadata.MetadataKey("token-bin", Sensitive = true)] System.ReadOnlyMemory<byte> Token,
            int? Attempt,
            System.Collections.Immutable.ImmutableArray<string> Tags,
            [TypedMetadata.MetadataKey("trace-ctx-bin")] Google.Protobuf.WellKnownTypes.Duration Trace);
        """;

    private const string Level = "public enum Level { Low, Middle, High }";

    /// <summary>Records like the reference one, which name a protobuf message and an enum of the project's own.</summary>
    internal static string[] Mixed(int count) =>
        [Unrelated, Level, .. Enumerable.Range(0, count).Select(i => Reference.Replace("record Reference", $"record Record{i}").Replace("int? Attempt", "Level? Level"))];

    /// <summary>Records whose types are all the framework's.</summary>
    internal static string[] FrameworkOnly(int count) =>
        [Unrelated, Level, .. Enumerable.Range(0, count).Select(i => Reference.Replace("record Reference", $"record Record{i}").Replace("Google.Protobuf.WellKnownTypes.Duration", "byte[]"))];
}
