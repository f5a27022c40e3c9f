using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>How a record becomes a <c>Metadata</c>: anyone's by method, a request record's by itself.</summary>
internal static class ConversionEmitter
{
    internal static void Emit(CodeWriter code, TypeModel type)
    {
        EmitToMetadata(code, $"=> {Entries("this", type.IsOnlyRequest)};");
        string convert = type is { IsRequest: true, IsOnlyRequest: false } ? Entries("value", isRequest: true) : "value.ToMetadata()";
        EmitConversion(code, type, type.IsValueType ? $"=> {convert};" : $"=> value is null ? null : {convert};");
    }

    private static string Entries(string record, bool isRequest) =>
        $"{EmittedNames.CompilerServices}MetadataWriter.Entries({record}{(isRequest ? $", {EmittedNames.Root}MetadataPositions.Request" : "")})";

    internal static void EmitToMetadata(CodeWriter code, string body)
    {
        code.Line("/// <summary>A new <see cref=\"global::Grpc.Core.Metadata\"/> with the record's keys.</summary>");
        code.Line("/// <exception cref=\"global::TypedMetadata.MetadataException\">A value cannot be written; all such errors are in it.</exception>");
        code.Line(FileEmitter.GeneratedCode);
        code.Line($"public {EmittedNames.Metadata} ToMetadata() {body}").Line();
    }

    internal static void EmitConversion(CodeWriter code, TypeModel type, string body)
    {
        code.Line("/// <summary>Lets the record stand wherever grpc-dotnet takes request metadata.</summary>");
        code.Line(FileEmitter.GeneratedCode);
        if (!type.IsRequest)
        {
            string position = type.Positions.Count == 0 ? "of no position" : string.Join(" and ", type.Positions.Select(name => name.ToLowerInvariant())) + " metadata";
            string methods = string.Join(" or ", type.Positions.Select(name => name == "Initial" ? "WriteInitialMetadataAsync" : "SetTrailingMetadata"));
            string remedy = methods.Length == 0 ? "" : $"a server writes it with {methods}; ";
            code.Line($"[global::System.Obsolete(\"'{type.DisplayName}' is {position}, not request metadata: {remedy}to send it with a call, add MetadataPositions.Request to its [GrpcMetadata].\", error: true)]");
        }

        if (type.IsValueType || !type.Target.HasNullabilityAttributes)
        {
            code.Line($"public static implicit operator {EmittedNames.Metadata}({type.FullName} value) {body}").Line();
        }
        else
        {
            code.Line("[return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(\"value\")]");
            code.Line($"public static implicit operator {EmittedNames.Metadata}?({type.FullName}? value) {body}").Line();
        }
    }
}
