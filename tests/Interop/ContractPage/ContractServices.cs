using Grpc.Core;
using TypedMetadata.Interop.Server;
using Plain = Odd.Commented;
using Typed = Odd.Second;

namespace TypedMetadata.Interop.ContractPage;

/// <summary>Who &lt;b&gt;books&lt;/b&gt; &amp; "why" &lt;script&gt;alert(1)&lt;/script&gt; שלום</summary>
/// <param name="TenantId">Whose books.</param>
/// <param name="ApiToken">What proves it.</param>
[GrpcMetadata(MaxSize = 4096)]
internal sealed partial record Bookkeeper(
    string TenantId,
    Guid RequestId,
    [MetadataKey(Sensitive = true)] string? ApiToken = null)
{
    [MetadataKey("x-note", Aliases = ["x-old-note"], ErrorStatusCode = StatusCode.FailedPrecondition)]
    public string? Note { get; init; }

    [MetadataKey(MaxItems = 3)]
    public DayOfWeek[] Days { get; init; } = [];

    [MetadataPrefix("x-label-")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

#pragma warning disable TMD029 // A credential that the record forgot to call sensitive.
    [MetadataKey("password")]
    public string? Password { get; init; }
#pragma warning restore TMD029

    static partial void Validate(in Bookkeeper value, ICollection<MetadataError> errors)
    {
        if (value.TenantId == "nobody")
        {
            errors.Add(new MetadataError("tenant-id", MetadataErrorKind.Invalid, "'tenant-id' names nobody."));
        }

        if (value.ApiToken == "leaked-token")
        {
            errors.Add(new MetadataError("api-token", MetadataErrorKind.Invalid, $"'api-token' is {value.ApiToken}."));
        }
    }
}

[GrpcMetadata(MetadataPositions.Initial)]
internal sealed partial record Opened(DateTimeOffset Time);

[GrpcMetadata(MetadataPositions.Trailing)]
internal sealed partial record Closed(int Lines, byte[]? HashBin = null);

/// <summary>A service with contract attributes.</summary>
[RequestMetadata<Bookkeeper>]
[TrailingMetadata<Closed>]
internal sealed class LedgerService : Echo.EchoBase
{
    [InitialMetadata<Opened>]
    public override async Task<EchoMessage> Unary(EchoMessage request, ServerCallContext context)
    {
        await context.WriteInitialMetadataAsync(new Opened(DateTimeOffset.UnixEpoch));
        context.SetTrailingMetadata(new Closed(3, [1, 2]));
        context.ResponseTrailers.Add("undeclared", "leaked-trailer");
        return request;
    }

    [RequestMetadata<Bookkeeper>(Enforcement = ContractEnforcement.ReportOnly)]
    public override Task<EchoMessage> ClientStreaming(IAsyncStreamReader<EchoMessage> requestStream, ServerCallContext context) => Task.FromResult(new EchoMessage());

    public override Task ServerStreaming(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.Aborted, "leaked-detail"));
}

/// <summary>A typed service.</summary>
[TypedService<Typed.Second.SecondBase>]
[RequestMetadata<Bookkeeper>]
[TrailingMetadata<Closed>]
internal abstract partial class TypedLedgerServiceBase;

internal sealed class TypedLedgerService : TypedLedgerServiceBase
{
    protected override Task<TypedResponse<Typed.M, Closed>> Get(Typed.M request, Bookkeeper bookkeeper, TypedCallContext call) =>
        Task.FromResult<TypedResponse<Typed.M, Closed>>((request, new Closed(1)));
}

/// <summary>A service that declares nothing.</summary>
internal sealed class PlainService : Plain.Commented.CommentedBase
{
    public override Task<Plain.M> Get(Plain.M request, ServerCallContext context)
    {
        if (context.RequestHeaders.Get("session") is not null)
        {
            context.ReadRequestMetadata<Session>();
        }

        return Task.FromResult(request);
    }
}

/// <summary>A service that reads its call's metadata when it is constructed.</summary>
[RequestMetadata<Bookkeeper>]
internal sealed class EagerService : Odd.Search.Search.SearchBase
{
    public EagerService(IRequestMetadataAccessor<Bookkeeper> bookkeeper) => bookkeeper.Read();
}

/// <summary>A record that no attribute declares, whose own rule quotes its secret.</summary>
[GrpcMetadata]
internal sealed partial record Session([MetadataKey("session", Sensitive = true)] string Id)
{
    static partial void Validate(in Session value, ICollection<MetadataError> errors) => errors.Add(new MetadataError("", MetadataErrorKind.Invalid, $"The session {value.Id} has expired."));
}
