using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;

namespace TypedMetadata.Interop;

/// <summary>Initial metadata that is added, and when it goes out.</summary>
public sealed class InitialMetadataTests
{
    [Theory]
    [EveryCallKind]
    public async Task Added_initial_metadata_goes_out_with_the_first_message(CallKind kind)
    {
        bool started = true;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.AddInitialMetadata(new Begin("node", [1]));
            context.AddInitialMetadata(new Extra("more"));
            started = context.GetHttpContext().Response.HasStarted;
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        Assert.Equal("hello", await call.FinishAsync());
        Assert.Equal([1], (await call.Initial.ReadAsync<Begin>()).Stamp);
        Assert.Equal("more", (await call.Initial.ReadAsync<Extra>()).Note);
        Assert.False(started);
    }

    [Theory]
    [InlineData(CallKind.ServerStreaming)]
    [InlineData(CallKind.Duplex)]
    public async Task Added_initial_metadata_goes_out_at_the_end_of_an_empty_stream(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.AddInitialMetadata(new Begin("node", [1]));
            context.SetTrailingMetadata(new End(3));
        });
        using RunningCall call = RunningCall.Start(kind, server.Client, text: "");
        Assert.Null(await call.FinishAsync());
        Assert.Equal("node", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal(3, call.Trailing.Read<End>().Rows);
    }

    [Theory]
    [EveryCallKind]
    public async Task Added_initial_metadata_is_discarded_when_the_call_fails_before_a_message(CallKind kind)
    {
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.AddInitialMetadata(new Begin("node", [1]));
            context.SetTrailingMetadata(new End(3));
            throw new RpcException(new Status(StatusCode.NotFound, "gone"));
        });
        using RunningCall call = RunningCall.Start(kind, server.Client);
        RpcException exception = await Assert.ThrowsAsync<RpcException>(() => call.Initial.ReadAsync<Begin>());
        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
        Assert.DoesNotContain(exception.Trailers, entry => entry.Key is "node" or "stamp-bin");
        Assert.Equal(3, exception.TrailingMetadata().Read<End>().Rows);
    }

    [Fact]
    public async Task Call_that_failed_after_adding_is_retried_and_the_last_attempt_counts()
    {
        int attempts = 0;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.AddInitialMetadata(new Begin($"attempt-{++attempts}", [1]));
            return attempts < 3 ? throw new RpcException(new Status(StatusCode.Unavailable, "again")) : Task.CompletedTask;
        });
        RetryPolicy policy = new() { MaxAttempts = 5, InitialBackoff = TimeSpan.FromMilliseconds(1), MaxBackoff = TimeSpan.FromMilliseconds(1), BackoffMultiplier = 1, RetryableStatusCodes = { StatusCode.Unavailable } };
        GrpcChannelOptions options = new() { ServiceConfig = new ServiceConfig { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = policy } } } };
        using GrpcChannel channel = GrpcChannel.ForAddress(server.Url, options.UseTypedMetadata());
        using RunningCall call = RunningCall.Start(CallKind.Unary, new Echo.EchoClient(Paths.CallsOf(channel)), new Caller("acme", new byte[] { 1 }));
        await call.FinishAsync();
        Assert.Equal("attempt-3", (await call.Initial.ReadAsync<Begin>()).Node);
    }

    [Fact]
    public async Task Same_key_twice_is_rejected_with_another_value_and_taken_with_the_same()
    {
        MetadataException? rejection = null;
        await using EchoServer server = await EchoServer.StartAsync(context =>
        {
            context.AddInitialMetadata(new Begin("node", [1]));
            context.AddInitialMetadata(new Begin("node", [1]));
            rejection = Assert.Throws<MetadataException>(() => context.AddInitialMetadata(new Begin("other", [1])));
        });
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        await call.FinishAsync();
        Assert.Equal("node", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal(("node", MetadataErrorKind.Duplicate, MetadataPositions.Initial), (Assert.Single(rejection!.Errors).Key, rejection.Errors[0].Kind, rejection.Position));
    }

    [Fact]
    public async Task Write_takes_along_what_was_added()
    {
        await using EchoServer server = await EchoServer.StartAsync(async context =>
        {
            context.AddInitialMetadata(new Extra("more"));
            await Assert.ThrowsAsync<MetadataException>(() => context.WriteInitialMetadataAsync(new Extra("other")));
            await context.WriteInitialMetadataAsync(new Begin("node", [1]));
        });
        using RunningCall call = RunningCall.Start(CallKind.Unary, server.Client);
        Assert.Equal("node", (await call.Initial.ReadAsync<Begin>()).Node);
        Assert.Equal("more", (await call.Initial.ReadAsync<Extra>()).Note);
        await call.FinishAsync();
    }
}

[GrpcMetadata(MetadataPositions.Initial)]
public sealed partial record Extra(string Note);
