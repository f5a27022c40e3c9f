namespace TypedMetadata.Unit.Analyzers;

/// <summary>TMD001 to TMD012: the record itself.</summary>
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
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { private struct {|TMD007:ParsedMetadata|} { } }")]
    [InlineData("[GrpcMetadata] public sealed partial record {|TMD007:Keys|}(string X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) { public static implicit operator {|TMD007:Grpc.Core.Metadata|}(A a) => new(); }")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string Key);")]
    public Task TMD007_name_taken(string source) => MarkedSource.VerifyAsync(source);

    [Theory]
    [InlineData("public record Base; [GrpcMetadata] public sealed partial record {|TMD009:A|}(string X) : Base;")]
    [InlineData("[GrpcMetadata] public sealed partial record A(string X) : IComparable { public int CompareTo(object? other) => 0; }")]
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
    [InlineData("[GrpcMetadata] public abstract partial record {|TMD012:A|}(int X);")]
    [InlineData("[GrpcMetadata] public sealed partial record A { public A(int x) => X = x; private A() { } public int X { get; init; } }")]
    public Task TMD012_no_constructor(string source) => MarkedSource.VerifyAsync(source);
}
