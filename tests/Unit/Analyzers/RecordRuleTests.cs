namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD001 to TMD013: the record itself, and records inside it.</summary>
public sealed class RecordRuleTests
{
    [Theory]
    [InlineData("[GrpcMetadata] public sealed record {|TMD001:A|}(string X);")]
    [InlineData("public class Outer { [GrpcMetadata] public sealed partial record {|TMD001:A|}(string X); }")]
    [InlineData("public partial class Outer { [GrpcMetadata] public sealed partial record A(string X); }")]
    public Task TMD001_not_partial(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial class {|TMD002:A|} { }")]
    [InlineData("[GrpcMetadata] public partial struct {|TMD002:A|} { }")]
    [InlineData("[GrpcMetadata] public partial record struct A(string X);")]
    public Task TMD002_not_a_record(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD003:A|}<T>(string X);")]
    [InlineData("public partial class Outer<T> { [GrpcMetadata] public sealed partial record {|TMD003:A|}(string X); }")]
    public Task TMD003_generic(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD004:A|};")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD004:A|} { public int X => 1; public static int Y { get; set; } private int Z { get; set; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD004:A|}([property: MetadataIgnore] int X = 1);")]
    [InlineData("[GrpcMetadata] public sealed partial record A { [MetadataKey] private int Z { get; set; } }")]
    public Task TMD004_no_keys(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] file sealed partial record {|TMD005:A|}(string X);")]
    public Task TMD005_file_local(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A([property: MetadataIgnore] int {|TMD006:X|}, int Y);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataIgnore] int {|TMD006:X|}, int Y);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(int Y, [MetadataIgnore] int X = 3);")]
    public Task TMD006_ignored_without_default(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(string {|TMD007:Keys|});")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { public void {|TMD007:ToMetadata|}() { } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { private struct ParsedMetadata { } }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD007:Keys|}(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { public static implicit operator {|TMD007:Grpc.Core.Metadata|}(A a) => new(); }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string Key);")]
    public Task TMD007_name_taken(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("public record Base; [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public partial record {|TMD010:Base|}(int Y); [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base(1);")]
    [InlineData("public record Base { public object? Y { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("public abstract record Top; [GrpcMetadata] public abstract partial record {|TMD009:Base|} : Top; [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public int Y { get; private set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { [MetadataKey] private int Y { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public int X { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|} : Base { [MetadataKey(\"y\")] public new string X { get; set; } }")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public int X { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string Y) : Base { [MetadataIgnore] public new int X { get; set; } }")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public int X { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string Y) : Base { public new int X => 3; }")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public int X { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string Y) : Base { public new int {|TMD015:X|}; }")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public int X { get; set; } } [GrpcMetadata] public abstract partial record {|TMD009:Middle|} : Base { private new int X => 3; } [GrpcMetadata] public sealed partial record A(string Y) : Middle;")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public object {|TMD040:Y|} { get; set; } } [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public abstract partial record Base(int Y); [GrpcMetadata] public sealed partial record A(string X, int Y) : Base(Y);")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public virtual int Y { get; set; } } [GrpcMetadata] public sealed partial record A(string X) : Base { public override int Y { get; set; } }")]
    [InlineData("[GrpcMetadata] public abstract partial record Base; [GrpcMetadata] public sealed partial record A(string X) : Base;")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) : IComparable { public int CompareTo(object? other) => 0; }")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { public A? Y { get; set; } } [GrpcMetadata] public sealed partial record {|TMD008:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public sealed partial record B(string Z); [GrpcMetadata] public abstract partial record Base { public B? Y { get; set; } } [GrpcMetadata] public abstract partial record Middle : Base; [GrpcMetadata(MetadataPositions.All)] public sealed partial record {|TMD013:A|}(string X) : Middle;")]
    [InlineData("[GrpcMetadata(MetadataPositions.Trailing)] public abstract partial record Base { public string? Expires { get; set; } } [GrpcMetadata] public sealed partial record {|TMD026:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public abstract partial record Base { [MetadataKey({|TMD025:\"te\"|})] public string? Y { get; set; } } [GrpcMetadata] public sealed partial record A(string X) : Base;")]
    public Task TMD009_base_record(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public partial record {|TMD010:A|}(string X);")]
    [InlineData("[GrpcMetadata] public partial record struct A(string X);")]
    [InlineData("#pragma warning disable TMD010\n[GrpcMetadata] public partial record A(string X);")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"TypedMetadata\", \"TMD010\")] [GrpcMetadata] public partial record A(string X);")]
    public Task TMD010_not_sealed(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public partial record struct {|TMD011:A|} { public A(int x) => X = x; public int X { get; set; } = 3; }")]
    [InlineData("[GrpcMetadata] public partial record struct {|TMD011:A|} { private int _x = 3; public A(int x) => X = x; public int X { get; set; } }")]
    [InlineData("[GrpcMetadata] public partial record struct A { public A() { } public int X { get; set; } = 3; }")]
    [InlineData("[GrpcMetadata] public partial record struct A(int Y) { public int X { get; set; } = 3; }")]
    [InlineData("[GrpcMetadata] public partial record struct A { public static int Y { get; set; } = 3; public int X { get; set; } }")]
    public Task TMD011_initializers_not_run(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD012:A|} { public A(int x) => X = x; public int X { get; init; } }")]
    [InlineData("[GrpcMetadata] public abstract partial record A(int X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A { public A(int x) => X = x; private A() { } public int X { get; init; } }")]
    public Task TMD012_no_constructor(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { public A? {|TMD008:Inner|} { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B? {|TMD008:Inner|}); [GrpcMetadata] public sealed partial record B(string X) { public A? {|TMD008:Back|} { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string Y, C Outside); [GrpcMetadata] public sealed partial record C(string X) { public C? {|TMD008:Inner|} { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { [MetadataIgnore] public A? Inner { get; init; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X, B? Inner); [GrpcMetadata] public sealed partial record B(string Y, [MetadataIgnore] A? Back = null);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X, B? Inner); [GrpcMetadata] public sealed partial record B(string Y) { public A Around => new(Y, this); private A? Last { get; set; } }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B Left, C Right); [GrpcMetadata] public sealed partial record B(string X); [GrpcMetadata] public sealed partial record C(string Y);")]
    public Task TMD008_circle(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata(MetadataPositions.All)] public sealed partial record A(B {|TMD013:Inner|}); [GrpcMetadata] public sealed partial record B(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B Inner); [GrpcMetadata(MetadataPositions.All)] public sealed partial record B(string X);")]
    public Task TMD013_lacks_position(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("[GrpcMetadata] public sealed partial record A(B {|TMD040:Inner|}); [GrpcMetadata] public abstract partial record B(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B {|TMD040:Inner|}); [GrpcMetadata] public sealed record {|TMD001:B|}(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataKey(\"b\", MaxItems = 3, Sensitive = true)] B {|TMD047,TMD047:Inner|}); [GrpcMetadata] public sealed partial record B(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataPrefix({|TMD043:\"b-b-\"|})] B Inner); [GrpcMetadata] public sealed partial record B(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B Inner, string {|TMD027:X|}); [GrpcMetadata] public sealed partial record B(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X, B {|TMD027:Inner|}); [GrpcMetadata] public sealed partial record B([MetadataKey(\"y\", Aliases = [\"x\"])] string Z);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B Inner); [GrpcMetadata] public sealed partial record B(string X, [MetadataKey({|TMD027:\"x\"|})] string Y);")]
    [InlineData("[GrpcMetadata(Prefix = \"a-\")] public sealed partial record A(B {|TMD027:Inner|}); [GrpcMetadata] public sealed partial record B(string X, [MetadataKey(\"a-x\")] string Y);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(B One, B {|TMD027:Two|}); [GrpcMetadata] public sealed partial record B(string X);")]
    [InlineData("[GrpcMetadata(Prefix = \"a-\")] public sealed partial record A([MetadataKey(\"x\")] string X, B Inner); [GrpcMetadata] public sealed partial record B(string X);")]
    [InlineData("[GrpcMetadata] public abstract partial record Base(string X); [GrpcMetadata] public sealed partial record A(string X, [MetadataKey({|TMD027:\"x\"|})] string Y) : Base(X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A([MetadataConverter(typeof(C))] B Inner); [GrpcMetadata] public sealed partial record B(string X); public class C : ITextMetadataConverter<B> { public string Format(B b) => b.X; public bool TryParse(string text, out B b) { b = new(text); return true; } }")]
    public Task Nested_record_of_a_supported_shape_reports_nothing(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { private static void {|TMD014:Validate|}(in A value, System.Collections.Generic.ICollection<MetadataError> errors) { } }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { public static bool {|TMD014:Validate|}(A value) => true; public void {|TMD014:Validate|}(System.Collections.Generic.ICollection<MetadataError> errors) { } }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { public static void {|TMD014:Validate|}(A value, System.Collections.Generic.List<MetadataError> errors) { } public void Validate(string other) { } }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { static partial void Validate(in A value, System.Collections.Generic.ICollection<MetadataError> errors) { } static void Validate(A value) { } }""")]
    [InlineData("""
        #pragma warning disable TMD014
        [GrpcMetadata] public sealed partial record A(string X) { private static void Validate(A value) { } }
        """)]
    public Task TMD014_validate(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { public int {|TMD015:Attempt|}; public static int Count; public const int Most = 3; private int _own; [MetadataIgnore] public int Y { get; init; } }""")]
    [InlineData("""
        #pragma warning disable TMD015
        [GrpcMetadata] public sealed partial record A(string X) { public int Attempt; }
        """)]
    public Task TMD015_field(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("""public static class Keys { public const string X = "x"; } [GrpcMetadata] public sealed partial record A(string X) { public string Y() => $"{{|TMD017:Keys|}.X}"; public string Z() => global::Keys.X + A.Keys.X; }""")]
    [InlineData("""public static partial class Outer { public static class Keys { public const string X = "x"; } [GrpcMetadata] public sealed partial record A(string X) { public object Y() => {|TMD017:Keys|}.X; } }""")]
    [InlineData("""[GrpcMetadata] public sealed partial record A(string X) { public object Y() => Keys.X; }""")]
    [InlineData("""
        public static class Keys { public const string X = "x"; }
        #pragma warning disable TMD017
        [GrpcMetadata] public sealed partial record A(string X) { public object Y() => Keys.X; }
        """)]
    public Task TMD017_hidden_class(string source) => MarkedSource.VerifyAsync(source);
}
