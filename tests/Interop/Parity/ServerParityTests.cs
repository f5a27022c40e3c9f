using System.Net;
using Grpc.Core;
using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.Server;
using TypedMetadata.Testing;

namespace TypedMetadata.Interop.Parity;

/// <summary>What a handler sees of a call, and its client of the handler: on Kestrel and on the test kit.</summary>
public sealed class ServerParityTests
{
    private static readonly Begin _begin = new("node", [1]);

    private static readonly Dictionary<string, Func<ServerCallContext, Task<string>>> _behaviours = new()
    {
        ["reads"] = context => Say(context.ReadRequestMetadata<Caller>().TenantId),
        ["reads raw headers"] = context => Say(context.RequestHeaders.GetValue("tenant-id") + context.RequestHeaders.GetValueBytes("token-bin")!.Length),
        ["misses keys"] = context => Failure(() => context.ReadRequestMetadata<Strict>()),
        ["tries"] = context => Say(string.Join(' ', context.TryReadRequestMetadata<Strict>(out _, out IReadOnlyList<MetadataError> errors), string.Join(' ', errors))),
        ["is the wrong type"] = context => Failure(() => context.ReadRequestMetadata<Wrong>()),
        ["writes"] = async context =>
        {
            await context.WriteInitialMetadataAsync(_begin);
            context.SetTrailingMetadata(new End(1) { Digest = [1] });
            return await Say("written");
        },
        ["writes twice"] = async context =>
        {
            await context.WriteInitialMetadataAsync(_begin);
            return await FailureAsync(() => context.WriteInitialMetadataAsync(_begin)) + await Failure(() => context.AddInitialMetadata(_begin));
        },
        ["writes raw headers twice"] = async context =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "node", "raw" }, { "stamp-bin", [3] } });
            return await FailureAsync(() => context.WriteResponseHeadersAsync([])) + await FailureAsync(() => context.WriteInitialMetadataAsync(_begin));
        },
        ["adds"] = context =>
        {
            context.AddInitialMetadata(_begin);
            context.AddInitialMetadata(_begin);
            return Failure(() => context.AddInitialMetadata(_begin with { Node = "other" }));
        },
        ["adds and writes"] = async context =>
        {
            context.AddInitialMetadata(new Extra("more"));
            await context.WriteInitialMetadataAsync(_begin);
            return "";
        },
        ["writes what cannot be sent"] = async context =>
            await FailureAsync(() => context.WriteInitialMetadataAsync(_begin with { Node = "é" }))
            + await Failure(() => context.AddInitialMetadata(_begin with { Stamp = new byte[40_000] }))
            + await Failure(() => context.SetTrailingMetadata(new Lists(["a,b"], []))),
        ["sets again"] = async context =>
        {
            context.SetTrailingMetadata(new End(1) { Digest = [1] });
            await context.WriteInitialMetadataAsync(_begin);
            context.SetTrailingMetadata(new End(2));
            return "";
        },
        ["sets raw trailers too"] = context =>
        {
            context.ResponseTrailers.Add("rows", "9");
            context.ResponseTrailers.Add("x-bad", "a\nb");
            context.ResponseTrailers.Add("digest-bin", [1, 2]);
            context.SetTrailingMetadata(new End(2));
            return Say("");
        },
        ["has no deadline"] = context => Say($"{context.GetDeadline()} {context.Deadline:O}"),
        ["has a peer"] = context => Say($"{context.GetPeer().Kind} {((IPEndPoint)context.GetPeer().EndPoint!).Address}"),
        ["knows its method"] = context => Say(context.Method),
    };

    public static TheoryData<string> Behaviours => [.. _behaviours.Keys];

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task Handler_does_the_same_on_both(string name)
    {
        Assert.Equal(await OnKestrelAsync(_behaviours[name]), await OnTheKitAsync(_behaviours[name]));
    }

    private static async Task<Outcome> OnKestrelAsync(Func<ServerCallContext, Task<string>> behaviour)
    {
        string said = "";
        await using EchoServer server = await EchoServer.StartAsync(async context => said = await behaviour(context));
        Metadata headers = new Caller("acme", new byte[] { 1, 2 }) { Attempt = 3 };
        using AsyncUnaryCall<EchoMessage> call = server.Client.UnaryAsync(new EchoMessage(), headers);
        await call;
        return Outcome.Of(said, await call.ResponseHeadersAsync, call.GetTrailers());
    }

    private static async Task<Outcome> OnTheKitAsync(Func<ServerCallContext, Task<string>> behaviour)
    {
        TestServerCallContext context = new TestServerCallContext()
            .WithRequestMetadata(new Caller("acme", new byte[] { 1, 2 }) { Attempt = 3 })
            .WithMethod("/echo.Echo/Unary")
            .WithPeer(Peer.FromEndPoint(new IPEndPoint(IPAddress.Loopback, 1)));
        return Outcome.Of(await behaviour(context), context.InitialMetadata, context.TrailingMetadata);
    }

    private static Task<string> Say(string text) => Task.FromResult(text);

    private static Task<string> Failure(Action use) => FailureAsync(() =>
    {
        use();
        return Task.CompletedTask;
    });

    private static async Task<string> FailureAsync(Func<Task> use)
    {
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(use);
        return $"{exception.GetType()} {(exception as MetadataException)?.Position} {exception.Message}\n";
    }

    /// <summary>What the handler said of itself, and what its client got.</summary>
    private sealed record Outcome(string Said, string Initial, string Trailing)
    {
        internal static Outcome Of(string said, Metadata initial, Metadata trailing) => new(said, Print(initial), Print(trailing));

        private static string Print(Metadata metadata) => string.Join(
            '\n',
            metadata.Where(entry => entry.Key is not ("date" or "server")).Select(entry => $"{entry.Key}: {(entry.IsBinary ? Convert.ToHexString(entry.ValueBytes) : entry.Value)}").Order(StringComparer.Ordinal));
    }
}

/// <summary>Names keys of <see cref="Caller"/> with types that their values do not have.</summary>
[GrpcMetadata]
public sealed partial record Wrong(int TenantId, Guid Attempt);
