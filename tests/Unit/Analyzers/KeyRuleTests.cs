namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD020 to TMD029: keys. They are reported on the key's literal if there is one, else on the property's name.</summary>
public sealed class KeyRuleTests
{
    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD020:"not a key"|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD020:""|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD020:"-bin"|})] byte[] X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD020:"-BIN"|})] byte[] X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD020:Größe|});""")]
    [InlineData("""public static class Names { public const string Bad = "a" + "b c"; } [GrpcMetadata] public sealed partial record A([MetadataKey({|TMD020:Names.Bad|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("x", Aliases = new[] { {|TMD020:"Old"|} })] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("ab-c-9", Aliases = new[] { "old" })] string X);""")]
    public Task TMD020_malformed(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD021:"X-Id"|})] string X);""")]
    [InlineData("""
        #pragma warning disable TMD021
        [GrpcMetadata] public sealed partial record A([MetadataKey("X-Id")] string X);
        """)]
    public Task TMD021_upper_case(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD022:"token"|}, Sensitive = true)] byte[] X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD022:"m"|})] Google.Protobuf.WellKnownTypes.Timestamp X);""")]
    [InlineData("""
        #pragma warning disable TMD022
        [GrpcMetadata] public sealed partial record A([MetadataKey({|TMD022:"m"|})] ReadOnlyMemory<byte> X);
        """)]
    [InlineData("""[GrpcMetadata] public sealed partial record A(byte[] Payload, ReadOnlyMemory<byte> OtherBin);""")]
    public Task TMD022_binary_without_suffix(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD023:"x-bin"|})] int X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD023:PayloadBin|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("x-bin")] string X, [MetadataKey("y-bin")] Guid Y);""")]
    public Task TMD023_text_with_suffix(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD024:"grpc-foo"|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD024:GrpcTimeout|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD024:"grpc-trace-bin"|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD024:"grpc-retry-pushback-ms"|})] int X);""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record A([MetadataKey("grpc-retry-pushback-ms")] int X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("grpc-trace-bin")] byte[] X, [MetadataKey("grpcfoo")] string Y);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("grpc-internal-encoding-request")] string X);""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.Initial)] public sealed partial record A([MetadataKey({|TMD024:"grpc-internal-encoding-request"|})] string X);""")]
    [InlineData("""
        [GrpcMetadata] public sealed partial record A([MetadataKey("grpc-trace-bin"), MetadataConverter(typeof(Converter))] int X);
        public sealed class Converter : IBinaryMetadataConverter<int> { public ReadOnlyMemory<byte> Encode(int value) => new byte[] { (byte)value }; public bool TryDecode(ReadOnlyMemory<byte> bytes, out int value) { value = 0; return true; } }
        """)]
    public Task TMD024_gRPC(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD025:"te"|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD025:Host|}, string UserAgent);""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record A(string Host, string {|TMD025:UserAgent|});""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.All)] public sealed partial record A(string {|TMD025:Host|}, string {|TMD025:UserAgent|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("user-agent", ReadOnly = true)] string X, [MetadataKey("grpc-status-details-bin", ReadOnly = true)] byte[] Y);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("x-host")] string X);""")]
    public Task TMD025_HTTP(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD026:Expires|});""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.Initial)] public sealed partial record A([MetadataKey({|TMD026:"content-language"|})] string X);""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record A(string Expires);""")]
    public Task TMD026_content_header(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string TenantId, [MetadataKey({|TMD027:"tenant-id"|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string TenantId, string {|TMD027:tenantId|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string TenantId, [MetadataKey({|TMD027:"x"|}, Aliases = new[] { "tenant-id" })] string X);""")]
    [InlineData("""[GrpcMetadata(Prefix = "x-")] public sealed partial record A(string TenantId, [MetadataKey("tenant-id")] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string TenantId, [MetadataKey("tenant-id-2")] string X);""")]
    public Task TMD027_same_key(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD029:Authorization|}, string {|TMD029:AccessToken|}, string {|TMD029:ApiKey|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD029:"x-jwt-bin"|})] byte[] X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string Password);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string PageToken, string NextPageToken, string AccessTokenType, string Tokens, string Key);""")]
    [InlineData("""
        #pragma warning disable TMD029
        [GrpcMetadata] public sealed partial record A(string Password);
        """)]
    public Task TMD029_credential(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { [MetadataKey("traceparent")] public string? {|TMD050:Trace|} { get; init; } = System.Diagnostics.Activity.Current?.Id; }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string {|TMD031:Traceparent|}, [MetadataKey({|TMD031:"baggage"|})] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("x-traceparent")] string X);""")]
    [InlineData("""
        #pragma warning disable TMD031
        [GrpcMetadata] public sealed partial record A(string Tracestate);
        """)]
    public Task TMD031_tracing(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata(MetadataPositions.Initial | MetadataPositions.Trailing)] public sealed partial record A([MetadataKey("tenant_id")] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD032:"a_b"|})] string X, [MetadataKey({|TMD032:"a.b"|})] string Y, string {|TMD032:Tenant_Id|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("a-b")] string X);""")]
    [InlineData("""
        #pragma warning disable TMD032
        [GrpcMetadata] public sealed partial record A([MetadataKey("a_b")] string X);
        """)]
    public Task TMD032_proxies(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(object {|TMD040:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(System.IO.FileAccess {|TMD040:X|}, int Y);")]
    [InlineData("public enum None { } [GrpcMetadata] public sealed partial record A(None {|TMD040:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(DayOfWeek X, DayOfWeek? Y);")]
    public Task TMD040_no_wire_form(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(int[][] {|TMD044:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string?[] {|TMD044:X|}, System.Collections.Generic.List<int?> {|TMD044:Y|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(object[] {|TMD040:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(byte[][] {|TMD053:X|}, string[]? Y, System.Collections.Generic.IReadOnlyList<int> Z);")]
    public Task TMD044_bad_items(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y) { [MetadataKey] public static int {|TMD046:X|} { get; set; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y) { [MetadataKey] public int {|TMD046:X|} => 1; }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y) { [MetadataKey] public int {|TMD046:X|} { set { } } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y) { [MetadataKey] public int {|TMD046:this|}[int i] { get => 1; set { } } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y) { [MetadataKey] public int {|TMD046:X|}; }")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] [property: MetadataKey(\"x\")] int {|TMD046:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataPrefix(\"a-a-\")] [property: MetadataPrefix(\"b-b-\")] System.Collections.Generic.IReadOnlyDictionary<string, int> {|TMD046:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y) { public static int X { get; set; } public int {|TMD015:Z|}; public int this[int i] { get => 1; set { } } }")]
    public Task TMD046_misplaced(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("a b", "TMD020")]
    [InlineData("a\\\"", "TMD020")]
    [InlineData("A-", "TMD021")]
    [InlineData("grpc-", "TMD024")]
    [InlineData("content-", "TMD025")]
    public Task Prefix_before_the_keys_of_a_record_inside(string prefix, string rule) => MarkedSource.VerifyAsync(
        $"[GrpcMetadata] public sealed partial record Inner(string Type, int Number, [MetadataKey(\"pinned\")] string Name); [GrpcMetadata(Prefix = \"{prefix}\")] public sealed partial record A(Inner {{|{rule}:Held|}});");

    [Theory]
    [InlineData("[MetadataPrefix({|TMD028:\"x-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix({|TMD028:\"x-bag\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix({|TMD028:\"x bag-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix(\"x-bag-\")] IReadOnlyDictionary<string, string> X, [MetadataKey({|TMD028:\"x-bag-y\"|})] string Y")]
    [InlineData("[MetadataKey(\"x-bag-y\")] string Y, [MetadataPrefix({|TMD028:\"x-bag-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix(\"x-bag-\")] IReadOnlyDictionary<string, string> X, [MetadataPrefix({|TMD028:\"x-bag-more-\"|})] IReadOnlyDictionary<string, string> Y")]
    [InlineData("[MetadataPrefix(\"x-bag-\")] IReadOnlyDictionary<string, string> X, [MetadataKey(\"x-bag-bin\")] byte[] Y, [MetadataPrefix(\"x-bag-\")] IReadOnlyDictionary<string, byte[]> Z")]
    [InlineData("[MetadataPrefix(\"x-bag-\")] IReadOnlyDictionary<string, string> X, [MetadataKey(\"x-bag\")] string Y")]
    [InlineData("[MetadataPrefix({|TMD021:\"X-Bag-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix({|TMD024:\"grpc-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix({|TMD029:\"x-token-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix(\"x-token-\", Sensitive = true)] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataPrefix({|TMD032:\"x_bag-\"|})] IReadOnlyDictionary<string, string> X")]
    [InlineData("[MetadataKey(\"user-agent\", ReadOnly = true)] string? Agent, [MetadataPrefix(\"user-\")] IReadOnlyDictionary<string, string> X")]
    public Task TMD028_prefix(string parameters) => MarkedSource.VerifyAsync($"using System.Collections.Generic; [GrpcMetadata] public sealed partial record A({parameters});");
}
