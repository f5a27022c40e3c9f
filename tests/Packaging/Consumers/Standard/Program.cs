using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using Grpc.Core;
using Library;
using TypedMetadata;

Sender sent = new("acme", new Guid("0d16ad85-6ce4-4773-a1be-9f62b2e886a3"), new byte[] { 1, 2, 3 }, 2)
{
    Locale = "de",
    Ratio = 1.5,
    Level = Level.High,
    Tags = ["a", "b"],
    SentAt = DateTimeOffset.FromUnixTimeSeconds(0),
    Baggage = new Dictionary<string, string> { ["a"] = "b" },
    Place = new Place("Rome", TimeSpan.FromSeconds(1.5)),
};

Metadata metadata = sent;
Console.WriteLine(metadata.ToRedactedString(MetadataSchema.Of<Sender>()));
Console.WriteLine($"same: {metadata.Read<Sender>() == sent}");
metadata.Set(Sender.Keys.Attempt, -1);
metadata.Set(MetadataKey.Text("request-id"), "x");
Console.WriteLine(metadata.TryRead(out Sender? _, out IReadOnlyList<MetadataError> errors) ? "read" : string.Join(" ", errors.Select(error => error.Message)));

double[] ratios = [0.1, 0.1 + 0.2, -0.0, double.Epsilon, double.MaxValue, 0.84551240822557006, double.NaN, double.NegativeInfinity];
Console.WriteLine($"ratios: {ratios.All(ratio => BitConverter.DoubleToInt64Bits((sent with { Ratio = ratio }).ToMetadata().Read<Sender>().Ratio) == BitConverter.DoubleToInt64Bits(ratio))}");

Outer outer = new(sent, 3);
Console.WriteLine($"nested: {outer.ToMetadata().Read<Outer>() == outer}");
RpcException failure = new Status(StatusCode.NotFound, "gone").ToRpcException(sent);
Console.WriteLine($"trailers: {failure.TrailingMetadata().Read<Sender>() == sent}");
Console.WriteLine($"core: {typeof(Metadata).Assembly.GetName().Name}, {typeof(MetadataKey).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName}");

/// <summary>A record of the application that holds one of the library.</summary>
[GrpcMetadata]
internal sealed partial record Outer(Sender Sender, int Depth);
