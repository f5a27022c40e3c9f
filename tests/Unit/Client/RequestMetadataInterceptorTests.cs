using Grpc.Core;
using Grpc.Core.Interceptors;

namespace TypedMetadata.Unit.Client;

/// <summary>A record that comes into every call: what was given with the call stands.</summary>
public sealed class RequestMetadataInterceptorTests
{
    private static readonly Traveller _default = new("default", ["x", "y"]) { Attempt = 1, Stamp = [1], Bag = new Dictionary<string, string> { ["a"] = "default", ["b"] = "default" } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_keys_of_its_own_a_call_gets_all_of_the_record(bool frozen)
    {
        Metadata headers = Sent(_default, frozen ? Metadata.Empty : null)!;
        Assert.Equal(_default, headers.Read<Traveller>());
        Assert.Equal(6, headers.Count);
        Assert.Empty(Metadata.Empty);
    }

    [Theory]
    [InlineData("tenant-id")]
    [InlineData("x-tenant")]
    public void Key_of_the_call_stands_under_a_former_name_too(string key)
    {
        Metadata headers = Sent(_default, new Metadata { { key, "given" } })!;
        Assert.Equal(_default with { TenantId = "given" }, headers.Read<Traveller>());
        Assert.Equal("given", Assert.Single(headers, entry => entry.Key is "tenant-id" or "x-tenant").Value);
    }

    [Fact]
    public void List_of_the_call_stands_whole_and_a_map_of_it_key_by_key()
    {
        Metadata headers = Sent(_default, new Metadata { { "tags", "given" }, { "x-bag-b", "given" }, { "x-bag-c", "given" } })!;
        Traveller seen = headers.Read<Traveller>();
        Assert.Equal(["given"], seen.Tags);
        Assert.Equal([("a", "default"), ("b", "given"), ("c", "given")], seen.Bag.Select(entry => (entry.Key, entry.Value)).Order());
    }

    [Fact]
    public void Two_maps_that_are_too_many_together_throw()
    {
        Traveller given = new("given", []) { Bag = Enumerable.Range(0, 63).ToDictionary(number => $"n{number}", _ => "x") };
        MetadataError error = Assert.Single(Assert.Throws<MetadataException>(() => Sent(_default, given)).Errors);
        Assert.Equal(("x-bag-", MetadataErrorKind.TooLarge), (error.Key, error.Kind));
        Assert.Equal(64, Sent(_default, given with { Bag = given.Bag.Skip(1).ToDictionary() })!.Read<Traveller>().Bag.Count);

        Metadata many = new Traveller("given", []);
        for (int i = 0; i < 70; i++)
        {
            many.Add($"x-bag-{i}", "x");
        }

        Assert.Equal(70, Sent(_default with { Bag = new Dictionary<string, string>() }, many)!.Count(entry => entry.Key.StartsWith("x-bag-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Record_given_with_the_call_stands_and_what_it_leaves_open_is_added()
    {
        Metadata headers = Sent(_default, new Traveller("given", ["one"]))!;
        Assert.Equal(_default with { TenantId = "given", Tags = ["one"] }, headers.Read<Traveller>());
    }

    [Fact]
    public void Interceptor_never_changes_the_callers_metadata()
    {
        Metadata given = new() { { "other", "stays" }, { "attempt", "9" } };
        Metadata? headers = given;
        for (int i = 0; i < 3; i++)
        {
            headers = Sent(_default, headers);
        }

        Assert.Equal(["other", "attempt"], given.Select(entry => entry.Key));
        Assert.Equal(_default with { Attempt = 9 }, headers!.Read<Traveller>());
        Assert.Equal(headers!.Count, headers.Select(entry => entry.Key).Distinct().Count());
    }

    [Fact]
    public void Null_adds_nothing()
    {
        Metadata given = [];
        Assert.Same(given, Sent<Traveller>(null, given));
        Assert.Null(Sent<Traveller>(null, null));
    }

    [Fact]
    public void Record_may_depend_on_the_call()
    {
        RequestMetadataInterceptor<Numbered> interceptor = new((method, options) => new(method.Name.Length + options.Headers!.Count));
        Assert.Equal("4", Through(interceptor, new Metadata { { "one", "1" } })!.GetValue("number"));
    }

    [Fact]
    public void Value_that_cannot_be_written_throws_where_the_call_is_made()
    {
        MetadataException exception = Assert.Throws<MetadataException>(() => Sent(_default with { TenantId = "line\ncanary" }, null));
        Assert.Equal((MetadataPositions.Request, "tenant-id"), (exception.Position, Assert.Single(exception.Errors).Key));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    private static Metadata? Sent<T>(T? value, Metadata? given)
        where T : IRequestMetadata<T> => Through(new RequestMetadataInterceptor<T>(() => value), given);

    private static Metadata? Through<T>(RequestMetadataInterceptor<T> interceptor, Metadata? given)
        where T : IRequestMetadata<T>
    {
        Metadata? sent = null;
        Method<string, string> method = new(MethodType.Unary, "service", "Say", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        interceptor.BlockingUnaryCall("request", new ClientInterceptorContext<string, string>(method, "host", new CallOptions(given)), (request, context) =>
        {
            Assert.Equal("host", context.Host);
            sent = context.Options.Headers;
            return request;
        });
        return sent;
    }
}
