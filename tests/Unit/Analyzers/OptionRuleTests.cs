namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD041, TMD042, TMD045 and TMD047 to TMD055: options and what they stand beside.</summary>
public sealed class OptionRuleTests
{
    [Theory]
    [InlineData("""public class C { } [GrpcMetadata] public sealed partial record A([MetadataConverter(typeof(C))] object {|TMD041:X|});""")]
    [InlineData("""
        public class C(int seed) : ITextMetadataConverter<int> { public string Format(int value) => $"{seed}"; public bool TryParse(string text, out int value) { value = 0; return true; } }
        [GrpcMetadata] public sealed partial record A([property: MetadataConverter(typeof(C))] int {|TMD041:X|});
        """)]
    [InlineData("""
        public class C : ITextMetadataConverter<int> { public string Format(int value) => ""; public bool TryParse(string text, out int value) { value = 0; return true; } }
        [GrpcMetadata] public sealed partial record A([MetadataConverter(typeof(C))] long {|TMD041:X|}, [MetadataConverter(typeof(C))] int? Y, [MetadataConverter(typeof(C))] int[] Z, [MetadataKey({|TMD023:"v-bin"|}), MetadataConverter(typeof(C))] int V);
        """)]
    public Task TMD041_converter(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(PercentEncoded = true)] int {|TMD042:X|});""")]
    [InlineData("""
        public class C : ITextMetadataConverter<string> { public string Format(string value) => value; public bool TryParse(string text, out string value) { value = text; return true; } }
        [GrpcMetadata] public sealed partial record A([MetadataKey(PercentEncoded = true), MetadataConverter(typeof(C))] string {|TMD042:X|});
        """)]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD042:"x-bin"|}, PercentEncoded = true)] string X);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(PercentEncoded = true)] string X, [MetadataKey(PercentEncoded = true)] string[]? Y);""")]
    [InlineData("""
        #pragma warning disable TMD042
        [GrpcMetadata] public sealed partial record A([MetadataKey(PercentEncoded = true)] int X);
        """)]
    public Task TMD042_percent_encoded(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Format = "c")] int {|TMD045:X|}, [MetadataKey(Format = "g")] TimeSpan {|TMD045:Y|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Format = "c")] TimeSpan X, [MetadataKey(Format = "c")] TimeSpan[] Y);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Format = "lower")] DayOfWeek X, [MetadataKey(Format = "camel")] DayOfWeek {|TMD045:Y|}, [MetadataKey(Format = "1/0")] bool Z, [MetadataKey(Format = "yes/no")] bool[] {|TMD045:V|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Format = "unix")] DateTime X, [MetadataKey(Format = "unix-ms")] DateTimeOffset[] Y, [MetadataKey(Format = "unix")] DateOnly {|TMD045:Z|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey("x", Format = "base64")] byte[] X, [MetadataKey(Format = "base64")] string {|TMD045:Y|}, [MetadataKey({|TMD023:"z-bin"|}, Format = "base64")] byte[] Z);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Separator = "ab")] string[] {|TMD045:X|}, [MetadataKey(Separator = "")] int[] {|TMD045:Y|}, [MetadataKey(Separator = "; ")] int[] Z);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Scheme = "My Scheme")] string {|TMD045:X|}, [MetadataKey(Scheme = "")] string {|TMD045:Y|}, [MetadataKey(Scheme = "AWS4-HMAC-SHA256")] string Z);""")]
    [InlineData("""
        #pragma warning disable TMD045
        [GrpcMetadata] public sealed partial record A([MetadataKey(Format = "x")] int X);
        """)]
    public Task TMD045_format(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Duplicates = DuplicatePolicy.Last)] int[] {|TMD047:X|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(MaxItems = 3)] int {|TMD047:X|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(AllowComma = true)] string {|TMD047:X|}, [MetadataKey(AllowComma = true, Sensitive = true)] byte[] {|TMD047:Y|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(AllowEmpty = true)] int {|TMD047:X|}, [MetadataKey(AllowEmpty = true)] string[] {|TMD047:Y|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(ReadOnly = true)] string {|TMD047:X|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(MaxItems = 3)] int[] X, [MetadataKey(AllowEmpty = true)] string Y, [MetadataKey(AllowComma = true, Sensitive = true)] string Z);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Separator = ";")] string {|TMD047:X|}, [MetadataKey({|TMD047:"y-bin"|}, Separator = ";")] byte[] Y, [MetadataKey(Scheme = "Bearer")] string[] {|TMD047:Z|}, [MetadataKey(Scheme = "Bearer")] byte[] {|TMD047:V|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault)] int {|TMD047:X|}, [MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault, Required = true)] int[] {|TMD047:Y|}, [MetadataKey(OnMalformed = MalformedValuePolicy.UseDefault)] int? Z);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Scheme = "Bearer", AllowEmpty = true)] string {|TMD047:X|});""")]
    [InlineData("""
        #pragma warning disable TMD047
        [GrpcMetadata] public sealed partial record A([MetadataKey(MaxItems = 3)] int X);
        """)]
    public Task TMD047_idle_option(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(int? {|TMD050:X|} = 3) { public string? {|TMD050:Y|} { get; init; } = "y"; }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(int? X = null, int Z = 3) { public string? Y { get; init; } = null; public string V { get; init; } = "v"; }""")]
    [InlineData("""
        #pragma warning disable TMD050
        [GrpcMetadata] public sealed partial record A(int? X = 3);
        """)]
    public Task TMD050_nullable_with_default(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(AllowEmpty = true)] string? {|TMD051:X|}, [MetadataKey(AllowEmpty = true)] byte[]? {|TMD051:Y|});""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey({|TMD051:"x-bin"|}, AllowEmpty = true)] string? X, [MetadataKey("y-bin", AllowEmpty = true)] string Y);""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(AllowEmpty = true)] string X, [MetadataKey(Required = true)] Google.Protobuf.WellKnownTypes.Timestamp Y);""")]
    [InlineData("""
        #pragma warning disable TMD051
        [GrpcMetadata] public sealed partial record A([MetadataKey(AllowEmpty = true)] string? X);
        """)]
    public Task TMD051_empty_or_null(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""public enum E { Low, LOW } [GrpcMetadata] public sealed partial record A(E {|TMD052:X|});""")]
    [InlineData("""public enum E { Low, [System.Runtime.Serialization.EnumMember(Value = "low")] Other } [GrpcMetadata] public sealed partial record A(E[]? {|TMD052:X|});""")]
    [InlineData("""public enum E { Low, [System.Runtime.Serialization.EnumMember(Value = "lowest")] LOW } [GrpcMetadata] public sealed partial record A(E X);""")]
    [InlineData("""
        public enum E { Low, LOW }
        #pragma warning disable TMD052
        [GrpcMetadata] public sealed partial record A(E X);
        """)]
    public Task TMD052_same_enum_name(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(byte[][] {|TMD053:X|});""")]
    [InlineData("""[GrpcMetadata(MetadataPositions.Initial)] public sealed partial record A(byte[][] X);""")]
    [InlineData("""
        #pragma warning disable TMD053
        [GrpcMetadata] public sealed partial record A(byte[][] X);
        """)]
    public Task TMD053_binary_list_in_request(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X) { public override string {|TMD054:ToString|}() => ""; }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X) { private bool {|TMD054:PrintMembers|}(System.Text.StringBuilder builder) => false; }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { public override string ToString() => ""; }""")]
    [InlineData("""
        #pragma warning disable TMD054
        [GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true)] string X) { public override string ToString() => ""; }
        """)]
    public Task TMD054_prints_itself(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true, Traced = true)] string {|TMD055:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(Scheme = \"Bearer\", Traced = true)] string {|TMD055:X|});")]
    [InlineData("""
        #pragma warning disable TMD029
        [GrpcMetadata] public sealed partial record A([MetadataKey({|TMD055:"api-key"|}, Traced = true)] string X);
        """)]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(Traced = true, TraceAs = \"x.y\")] string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(TraceAs = \"x.y\")] string {|TMD047:X|});")]
    [InlineData("""
        #pragma warning disable TMD055
        [GrpcMetadata] public sealed partial record A([MetadataKey(Sensitive = true, Traced = true)] string X);
        """)]
    public Task TMD055_traced_secret(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata(MaxSize = 9)] public abstract partial record {|TMD047:A|}(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(ErrorStatusCode = Grpc.Core.StatusCode.OK)] string {|TMD047:X|});")]
    [InlineData("[GrpcMetadata(MetadataPositions.Trailing)] public sealed partial record A([MetadataKey(ErrorStatusCode = Grpc.Core.StatusCode.Aborted)] string {|TMD047:X|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(ErrorStatusCode = Grpc.Core.StatusCode.Unauthenticated)] string X);")]
    public Task TMD047_idle_error_status_and_limit(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("IReadOnlyDictionary<string, string> {|TMD043:X|}")]
    [InlineData("Dictionary<string, string> {|TMD043:X|}")]
    [InlineData("[MetadataPrefix({|TMD043:\"x-bag-\"|})] Dictionary<string, string> X")]
    [InlineData("[MetadataPrefix({|TMD043:\"x-bag-\"|})] IReadOnlyDictionary<int, string> X")]
    [InlineData("[MetadataPrefix({|TMD043:\"x-bag-\"|})] string X")]
    [InlineData("[MetadataPrefix({|TMD043:\"x-bag-\"|})] IReadOnlyDictionary<string, string?> X")]
    [InlineData("[MetadataPrefix({|TMD043:\"x-bag-\"|})] IReadOnlyDictionary<string, string[]> X")]
    [InlineData("[MetadataPrefix(\"x-bag-\")] IReadOnlyDictionary<string, object> {|TMD040:X|}")]
    [InlineData("[MetadataPrefix({|TMD042:\"x-bag-\"|}, PercentEncoded = true)] IReadOnlyDictionary<string, int> X")]
    [InlineData("[MetadataPrefix(\"x-bag-\"), MetadataKey(\"y\")] IReadOnlyDictionary<string, int> {|TMD046:X|}")]
    [InlineData("[MetadataPrefix(\"x-bag-\", PercentEncoded = true)] IReadOnlyDictionary<string, string>? X")]
    public Task TMD043_map(string parameters) => MarkedSource.VerifyAsync($"using System.Collections.Generic; [GrpcMetadata] public sealed partial record A({parameters});");
}
