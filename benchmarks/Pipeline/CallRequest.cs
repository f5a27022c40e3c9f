using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>A request without metadata, and what Kestrel itself keeps of a call.</summary>
internal sealed class CallRequest : IHttpRequestFeature, IRequestBodyPipeFeature, IHttpRequestLifetimeFeature, IEndpointFeature, IRouteValuesFeature
{
    private readonly ReadOnlySequence<byte> _message;

    internal CallRequest(WorkRequest.Types.Part part)
    {
        Headers = KestrelHeaders.OfRequest();
        Headers["content-type"] = "application/grpc";
        Headers["te"] = "trailers";
        Headers["user-agent"] = "grpc-dotnet";
        Headers["grpc-accept-encoding"] = "identity,gzip,deflate";
        byte[] message = new WorkRequest { Part = part }.ToByteArray();
        _message = new([0, 0, 0, 0, (byte)message.Length, .. message]);
        Reader = PipeReader.Create(_message);
    }

    public string Protocol { get; set; } = HttpProtocol.Http2;

    public string Scheme { get; set; } = "http";

    public string Method { get; set; } = HttpMethods.Post;

    public string PathBase { get; set; } = "";

    public string Path { get; set; } = $"/{Worker.Descriptor.FullName}/{nameof(Worker.WorkerBase.Run)}";

    public string QueryString { get; set; } = "";

    public string RawTarget { get; set; } = "";

    public IHeaderDictionary Headers { get; set; }

    public Stream Body { get; set; } = Stream.Null;

    public PipeReader Reader { get; private set; }

    public CancellationToken RequestAborted { get; set; }

    public Endpoint? Endpoint { get; set; }

    public RouteValueDictionary RouteValues { get; set; } = [];

    public void Abort() => throw new InvalidOperationException("The call was aborted.");

    internal void Reset()
    {
        Reader = PipeReader.Create(_message);
        Endpoint = null;
    }
}
