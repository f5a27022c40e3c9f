using System.Collections.Generic;
using TypedMetadata;

namespace Mistakes;

[GrpcMetadata]
public sealed partial record MalformedKey([MetadataKey("tenant id")] string TenantId); // TMD020

[GrpcMetadata]
public sealed partial record UpperCaseKey([MetadataKey("Tenant-Id")] string TenantId); // TMD021

[GrpcMetadata]
public sealed partial record BytesAsText([MetadataKey("payload")] byte[] Payload); // TMD022

[GrpcMetadata]
public sealed partial record TextAsBytes([MetadataKey("attempt-bin")] int Attempt); // TMD023

[GrpcMetadata]
public sealed partial record GrpcKey([MetadataKey("grpc-tenant")] string Tenant); // TMD024

[GrpcMetadata]
public sealed partial record HttpKey([MetadataKey("host")] string Host); // TMD025

[GrpcMetadata]
public sealed partial record ContentHeader([MetadataKey("content-language")] string Language); // TMD026

[GrpcMetadata]
public sealed partial record SameKey(string TenantId, [MetadataKey("tenant-id")] string Tenant); // TMD027

[GrpcMetadata]
public sealed partial record ShortPrefix([MetadataPrefix("x-")] IReadOnlyDictionary<string, string> Baggage); // TMD028

[GrpcMetadata]
public sealed partial record Credential([MetadataKey("authorization")] string Authorization); // TMD029

[GrpcMetadata]
public sealed partial record TraceKey([MetadataKey("traceparent")] string TraceParent); // TMD031

[GrpcMetadata]
public sealed partial record DroppedByNginx([MetadataKey("tenant_id")] string TenantId); // TMD032
