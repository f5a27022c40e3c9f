using Microsoft.CodeAnalysis.CodeFixes;
using TypedMetadata.CodeFixes;

namespace TypedMetadata.Unit.CodeFixes;

/// <summary>TMD002's fix: a class or struct becomes a partial record where it can be one.</summary>
public sealed class MakeRecordFixTests
{
    private const string Title = "Convert to a partial record";
    private const string Body = "{ public string? X { get; init; } }";

    [Theory]
    [InlineData("class A", "partial record A")]
    [InlineData("public sealed class A", "public sealed partial record A")]
    [InlineData("internal sealed partial class A", "internal sealed partial record A")]
    [InlineData("public struct A", "public partial record struct A")]
    [InlineData("public readonly partial struct A", "public readonly partial record struct A")]
    [InlineData("// above\npublic /* open */ class /* named */ A // after\n", "// above\npublic /* open */ partial record /* named */ A // after\n")]
    [InlineData("\n// between\nclass\n    A :  IDisposable,IFormattable ", "\n// between\npartial record\n    A :  IDisposable,IFormattable ")]
    public Task It_changes_the_keyword(string before, string after) => FixedSource.VerifyAsync(new MakeRecordFix(), Type(before), Type(after));

    [Theory]
    [InlineData("public override string ToString() => \"\";")]
    [InlineData("public A() { } public A(int x, A y) { }")]
    [InlineData("public void Deconstruct(out int x) => x = 1; ~A() { }")]
    [InlineData("public static A operator +(A a, A b) => a; public bool IsEqual(A other) => true;")]
    public Task Members_that_a_record_may_have_do_not_matter(string members) => FixedSource.VerifyAsync(
        new MakeRecordFix(),
        $"[GrpcMetadata] public class A {{ public string? X {{ get; set; }} {members} }}",
        $"[GrpcMetadata] public partial record A {{ public string? X {{ get; set; }} {members} }}");

    [Theory]
    [InlineData("public override bool Equals(object? other) => true; public override int GetHashCode() => 1;")]
    [InlineData("public bool Equals(A other) => true;")]
    [InlineData("public override int GetHashCode() => 1;")]
    [InlineData("bool IEquatable<A>.Equals(A? other) => true;")]
    [InlineData("public static bool operator ==(A a, A b) => true; public static bool operator !=(A a, A b) => false;")]
    [InlineData("private bool PrintMembers(System.Text.StringBuilder text) => true;")]
    [InlineData("public int EqualityContract => 1;")]
    [InlineData("public A Clone() => new();")]
    [InlineData("public A() { } private A(A other) { }")]
    [InlineData("private unsafe int* _pointer; private unsafe delegate*<void> _function;")]
    public async Task MakeRecordFix_is_not_offered_beside_conflicting_members(string members)
    {
        await FixedSource.VerifyNoneAsync(new MakeRecordFix(), $"[GrpcMetadata] public class A : IEquatable<A> {{ public string? X {{ get; set; }} {members} }}");
        await FixedSource.VerifyNoneAsync(new MakeRecordFix(), $"[GrpcMetadata] public partial class A {{ public string? X {{ get; set; }} }}", $"using System; partial class A : IEquatable<A> {{ {members} }}");
    }

    [Theory]
    [InlineData("public class Base { } [GrpcMetadata] public class A : Base" + Body)]
    [InlineData("public record Base; [GrpcMetadata] public class A : Base" + Body)]
    [InlineData("[GrpcMetadata] public class A " + Body + " public class B : A { }")]
    [InlineData("[GrpcMetadata] public static class A { }")]
    [InlineData("[GrpcMetadata] public abstract class A " + Body)]
    [InlineData("[GrpcMetadata] public ref struct A " + Body)]
    [InlineData("[GrpcMetadata] public class A<T> " + Body)]
    [InlineData("public class Outer<T> { [GrpcMetadata] public class A " + Body + " }")]
    [InlineData("[GrpcMetadata] public class A(string x) { public string X { get; set; } = x; }")]
    [InlineData("[GrpcMetadata] public unsafe struct A { public string? X { get; set; } public fixed byte Y[4]; }")]
    public Task It_holds_back_where_the_type_cannot_be_a_metadata_record(string before) => FixedSource.VerifyNoneAsync(new MakeRecordFix(), before);

    [Fact]
    public async Task MakeRecordFix_is_not_offered_when_another_file_derives() =>
        await FixedSource.VerifyNoneAsync(new MakeRecordFix(), "[GrpcMetadata] public class A " + Body, "public class B : A { }");

    [Fact]
    public async Task File_local_class_is_left_to_its_own_rule() =>
        Assert.Empty(await FixedSource.TitlesAsync(new MakeRecordFix(), "[GrpcMetadata] file class A " + Body));

    [Fact]
    public Task Every_part_in_every_file_becomes_one() => FixedSource.VerifyFilesAsync(
        new MakeRecordFix(),
        Title,
        ["using TypedMetadata; [GrpcMetadata] public partial class A " + Body + " partial class A { }", "// other\nsealed partial class A { public int Y { get; set; } }"],
        ["using TypedMetadata; [GrpcMetadata] public partial record A " + Body + " partial record A { }", "// other\nsealed partial record A { public int Y { get; set; } }"]);

    [Fact]
    public Task Types_around_it_become_partial() => FixedSource.VerifyAsync(
        new MakeRecordFix(),
        "public static class Outer\n{\n    internal partial interface Middle\n    {\n        [GrpcMetadata] public sealed class A " + Body + "\n    }\n}",
        "public static partial class Outer\n{\n    internal partial interface Middle\n    {\n        [GrpcMetadata] public sealed partial record A " + Body + "\n    }\n}");

    [Fact]
    public Task All_at_once() => FixedSource.VerifyAllAsync(
        new MakeRecordFix(),
        "[GrpcMetadata] class A " + Body + "\nclass Outer { [GrpcMetadata] internal struct B " + Body + " [GrpcMetadata] internal class C " + Body + " }",
        "[GrpcMetadata] partial record A " + Body + "\npartial class Outer { [GrpcMetadata] internal partial record struct B " + Body + " [GrpcMetadata] internal partial record C " + Body + " }");

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task All_at_once_in_several_files(FixAllScope scope) => FixedSource.VerifyAllFilesAsync(
        new MakeRecordFix(),
        Title,
        scope,
        ["[TypedMetadata.GrpcMetadata] class A " + Body, "[TypedMetadata.GrpcMetadata] class B " + Body],
        ["[TypedMetadata.GrpcMetadata] partial record A " + Body, "[TypedMetadata.GrpcMetadata] partial record B " + Body]);

    private static string Type(string declaration) => "[GrpcMetadata] " + declaration + (declaration.Contains(':')
        ? "{ public string? X { get; set; } public void Dispose() { } public string ToString(string? format, IFormatProvider? provider) => \"\"; }"
        : Body);
}
