using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>How a record becomes a <c>Metadata</c>: anyone's by method, a request record's by itself.</summary>
internal static class ConversionEmitter
{
    private const string ToRequest = "ToRequestMetadata";

    internal static void Emit(CodeWriter code, TypeModel type)
    {
        EmitToMetadata(code, $"=> {Names.Generated}RecordWriting.{(type.IsOnlyRequest ? ToRequest : "ToMetadata")}(this);");
        string convert = type is { IsRequest: true, IsOnlyRequest: false } ? $"{Names.Generated}RecordWriting.{ToRequest}(value)" : "value.ToMetadata()";
        EmitConversion(code, type, type.IsValueType ? $"=> {convert};" : $"=> value is null ? null : {convert};");
    }

    internal static void EmitToMetadata(CodeWriter code, string body)
    {
        code.Line("/// <summary>A new <see cref=\"global::Grpc.Core.Metadata\"/> with the record's keys.</summary>");
        code.Line("/// <exception cref=\"global::TypedMetadata.MetadataException\">A value cannot be written; all such errors are in it.</exception>");
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"public {Names.Metadata} ToMetadata() {body}").Line();
    }

    internal static void EmitConversion(CodeWriter code, TypeModel type, string body)
    {
        code.Line("/// <summary>Lets the record stand wherever grpc-dotnet takes request metadata.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        if (!type.IsRequest)
        {
            string direction = type.Directions.Count == 0 ? "of no direction" : string.Join(" and ", type.Directions.Select(name => name.ToLowerInvariant())) + " metadata";
            string methods = string.Join(" or ", type.Directions.Select(name => name == "Initial" ? "WriteInitialMetadataAsync" : "SetTrailingMetadata"));
            string remedy = methods.Length == 0 ? "" : $"a server writes it with {methods}; ";
            code.Line($"[global::System.Obsolete(\"'{type.DisplayName}' is {direction}, not request metadata: {remedy}to send it with a call, add MetadataDirections.Request to its [GrpcMetadata].\", error: true)]");
        }

        if (type.IsValueType)
        {
            code.Line($"public static implicit operator {Names.Metadata}({type.FullName} value) {body}").Line();
        }
        else
        {
            code.Line("[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(\"value\")]");
            code.Line($"public static implicit operator {Names.Metadata}?({type.FullName}? value) {body}").Line();
        }
    }
}
