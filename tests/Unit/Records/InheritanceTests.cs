using System.Diagnostics;
using System.Reflection;
using Grpc.Core;

namespace TypedMetadata.Unit.Records;

/// <summary>Records that derive from an abstract metadata record.</summary>
public sealed class InheritanceTests
{
    private static readonly Robot _sent = new("acme", [1, 2], "r2") { Locale = "nb", Pin = "1234", Origin = "factory" };

    [Fact]
    public void Inherited_keys_come_first_and_keep_the_prefix_of_the_base()
    {
        Assert.Equal(["base-tenant-id", "auth-token-bin", "base-attempt", "base-locale", "own-serial", "x-origin", "own-pin"], _sent.ToMetadata().Select(entry => entry.Key));
        Assert.Equal("own-serial", Robot.Keys.Serial.Name);
        Assert.Equal("base-tenant-id", Robot.Keys.TenantId.Name);
    }

    [Fact]
    public void Derived_record_round_trips() => Assert.Equal(_sent, _sent.ToMetadata().Read<Robot>());

    [Fact]
    public void Absent_keys_leave_what_the_base_says()
    {
        Robot read = new Metadata { { "base-tenant-id", "acme" }, { "auth-token-bin", [1] }, { "own-serial", "r2" } }.Read<Robot>();
        Assert.Equal((1, "en", "0000"), (read.Attempt, read.Locale, read.Pin));
    }

    [Fact]
    public void Required_keys_of_the_base_are_required()
    {
        Assert.False(new Metadata().TryRead<Robot>(out _, out IReadOnlyList<MetadataError> errors));
        Assert.Equal(["base-tenant-id", "auth-token-bin", "own-serial"], errors.Select(error => error.Key));
    }

    [Fact]
    public void Equality_looks_at_the_bytes_of_the_base_too()
    {
        Assert.Equal(_sent.GetHashCode(), (_sent with { Token = [1, 2] }).GetHashCode());
        Assert.NotEqual(_sent, _sent with { Token = [1, 3] });
        Assert.NotEqual(_sent, _sent with { Pin = "other" });
    }

    [Fact]
    public void Secrets_of_base_and_derived_record_print_as_stars() =>
        Assert.Equal("Robot { TenantId = acme, Token = ***, Attempt = 1, Locale = nb, Origin = factory, Serial = r2, Pin = *** }", _sent.ToString());

    [Fact]
    public void Record_that_adds_no_secret_hides_those_of_the_base()
    {
        Assert.Equal("Clerk { TenantId = acme, Token = ***, Attempt = 2, Locale = en, Origin = , Desk = 3 }", new Clerk("acme", [1]) { Desk = 3 }.ToString());
        Assert.Equal("Unmarked { Name = ada, Password = ***, Extra = x }", new Unmarked("ada", "hunter2") { Extra = "x" }.ToString());
    }

    [Fact]
    public void Property_that_becomes_a_secret_when_it_is_overridden_prints_as_stars()
    {
        SecretInMiddle secret = new(3) { Title = "hunter2", Name = "ada" };
        Assert.Equal("SecretInMiddle { Name = ada, Title = ***, Level = 1, Number = 3 }", secret.ToString());
        Assert.Equal("***", View(secret, "Title"));
        Assert.Equal("ada", View(secret, "Name"));
    }

    [Fact]
    public void Override_keeps_what_stands_on_the_parameter_of_the_base()
    {
        Assert.Equal(["x-pin"], new OverridesPin("1234") { Local = "here" }.ToMetadata().Select(entry => entry.Key));
        Assert.Equal(MetadataErrorKind.Duplicate, Assert.Single(Assert.Throws<MetadataException>(() => new OverridesPin("1,2").ToMetadata()).Errors).Kind);
    }

    [Fact]
    public void Base_with_a_view_of_its_own_prints_stars_too() =>
        Assert.Equal("HasOwnView { Pin = ***, Number = 3 }", new HasOwnView(3) { Pin = "1234" }.ToString());

    [Theory]
    [InlineData(typeof(Robot))]
    [InlineData(typeof(Clerk))]
    public void Debuggers_expanded_view_hides_them_as_well(Type type)
    {
        Assert.Equal("***", View(type == typeof(Robot) ? _sent : new Clerk("acme", [1]), "Token"));
        Assert.Equal("acme", View(type == typeof(Robot) ? _sent : new Clerk("acme", [1]), "TenantId"));
    }

    private static object? View(object record, string member)
    {
        Type view = Type.GetType(record.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>(inherit: false)!.ProxyTypeName, throwOnError: true)!;
        return view.GetProperty(member)!.GetValue(Activator.CreateInstance(view, record));
    }
}

[GrpcMetadata(Prefix = "base-")]
public abstract partial record CallerBase(string TenantId, [MetadataKey("auth-token-bin", Sensitive = true)] byte[] Token, int Attempt = 1)
{
    public string Locale { get; init; } = "en";

    [MetadataKey("x-origin")]
    public abstract string? Origin { get; init; }
}

[GrpcMetadata(Prefix = "own-")]
public sealed partial record Robot(string TenantId, byte[] Token, string Serial) : CallerBase(TenantId, Token)
{
    public override string? Origin { get; init; }

    [MetadataKey(Sensitive = true)]
    public string Pin { get; init; } = "0000";
}

[GrpcMetadata]
public abstract partial record Person(string TenantId, byte[] Token) : CallerBase(TenantId, Token, 2);

[GrpcMetadata]
public sealed partial record Clerk(string TenantId, byte[] Token) : Person(TenantId, Token)
{
    public override string? Origin { get; init; }

    public int Desk { get; init; }
}

#pragma warning disable TMD010 // somebody may derive from it
[GrpcMetadata]
public partial record OpenCredentials(string Name, [MetadataKey(Sensitive = true)] string Password);
#pragma warning restore TMD010

/// <summary>Not a metadata record itself.</summary>
public sealed record Unmarked(string Name, string Password) : OpenCredentials(Name, Password)
{
    public string? Extra { get; init; }
}

[GrpcMetadata]
public abstract partial record Titled
{
    public string Name { get; init; } = "";

    public virtual string Title { get; init; } = "";
}

[GrpcMetadata]
public abstract partial record TitledInSecret : Titled
{
    [MetadataKey(Sensitive = true)]
    public override string Title { get; init; } = "";

    public int Level { get; init; } = 1;
}

[GrpcMetadata]
public sealed partial record SecretInMiddle(int Number) : TitledInSecret;

[GrpcMetadata]
[DebuggerTypeProxy(typeof(object))]
public abstract partial record OwnView
{
    [MetadataKey(Sensitive = true)]
    public string Pin { get; init; } = "";
}

[GrpcMetadata]
public sealed partial record HasOwnView(int Number) : OwnView;

[GrpcMetadata]
public abstract partial record PinBase([MetadataKey("x-pin", Sensitive = true)] string Pin, [MetadataIgnore] string Local = "")
{
    public virtual string Pin { get; init; } = Pin;

    public virtual string Local { get; init; } = Local;
}

[GrpcMetadata]
public sealed partial record OverridesPin(string Pin) : PinBase(Pin)
{
    public override string Pin { get; init; } = Pin;

    public override string Local { get; init; } = "";
}
