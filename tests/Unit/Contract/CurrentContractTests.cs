using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.ContractFiles;
using TypedMetadata.Tests;
using TypedMetadata.Unit.Analyzers;
using TypedMetadata.Unit.Properties;

namespace TypedMetadata.Unit.Contract;

/// <summary>The contract that the compiler sees is the one that a running server describes.</summary>
public sealed class CurrentContractTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Xunit;
        """;

    private static readonly string[] _files = ["Everything", "OptionRecords", "ListRecords"];

    [Fact]
    public void Records_are_described_as_at_run_time()
    {
        ContractDocument compiled = ContractSource.Current([Usings, .. _files.Select(file => Repository.Read($"tests/Unit/Properties/{file}.cs"))]);
        ContractDocument running = new() { Version = ContractDocument.CurrentVersion, Records = [.. compiled.Records.Select(record => AtRunTime(record.Type))] };
        Assert.True(compiled.Records.Count > 15);
        Assert.Equal(ContractWriter.Write(running), ContractWriter.Write(compiled));
    }

    [Fact]
    public void Records_with_converters_nested_records_and_status_codes_are_described_as_at_run_time()
    {
        ContractDocument compiled = ContractSource.Current(Usings, Repository.Read("tests/Unit/Contract/DescribedRecords.cs"));
        ContractDocument running = new() { Version = ContractDocument.CurrentVersion, Records = [.. compiled.Records.Select(record => AtRunTime(record.Type))] };
        Assert.Equal(ContractWriter.Write(running), ContractWriter.Write(compiled));
        Assert.Empty(ContractComparison.Compare(running, compiled));
        Assert.Empty(ContractComparison.Compare(compiled, running));
    }

    [Fact]
    public void Services_of_typed_clients_and_typed_services_are_described_together()
    {
        const string source = """
            [TypedClient<Greeter.GreeterClient>, RequestMetadata<Caller>, TrailingMetadata<End>(Method = "List")] public sealed partial class Calls;
            [TypedService<Greeter.GreeterBase>, RequestMetadata<Caller>(Enforcement = ContractEnforcement.ReportOnly), RequestMetadata<Trace>(Method = "Say", Enforcement = ContractEnforcement.ReportOnly)] public abstract partial class Served;
            """;
        ContractService service = Assert.Single(ContractSource.Current(CallSource.Compile(source)).Services);
        Assert.Equal("Greeter", service.Name);
        Assert.Equal(["Say unary", "Collect client-streaming", "List server-streaming", "Chat duplex-streaming"], service.Methods.Select(method => $"{method.Name} {method.Kind}"));
        Assert.Equal(["Caller reject", "Trace report-only"], service.Methods[0].Request.Select(use => $"{use.Record} {use.Enforcement}"));
        Assert.Equal(["End"], service.Methods[2].Trailing.Select(use => use.Record));
        Assert.Empty(service.Methods[3].Initial);
    }

    [Fact]
    public void Service_has_its_name_on_the_wire_where_protoc_wrote_it_in_the_project()
    {
        string protoc = CallSource.Protoc.Replace("public static class Greeter\n{", "public static class Greeter\n{\n static readonly string __ServiceName = \"greet.v1.Greeter\";", StringComparison.Ordinal);
        ContractDocument contract = ContractSource.Current(CallSource.Usings + "[TypedClient<Greeter.GreeterClient>] public sealed partial class Calls;", protoc, CallSource.Records);
        Assert.Equal("greet.v1.Greeter", Assert.Single(contract.Services).Name);
    }

    [Fact]
    public void Record_of_a_referenced_assembly_is_described_where_a_client_names_it()
    {
        using MemoryStream image = new();
        Assert.True(Generation.Generate(Sources.Compile(CallSource.Protoc, CallSource.Records).WithAssemblyName("Other")).Emit(image).Success);
        Compilation compilation = ContractSource.WithoutOurs(Sources.Compile(CallSource.Usings + "[TypedClient<Greeter.GreeterClient>, RequestMetadata<Caller>] public sealed partial class Calls; [GrpcMetadata] public sealed partial record Around(Caller Who);"));
        ContractDocument contract = ContractSource.Current(compilation.AddReferences(MetadataReference.CreateFromImage(image.ToArray())));
        Assert.Equal(["Around", "Caller"], contract.Records.Select(record => record.Type));
        Assert.All(contract.Records, record => Assert.Equal("tenant-id", Assert.Single(record.Keys).Key));
    }

    private static ContractRecord AtRunTime(string name)
    {
        Type type = typeof(Everything).Assembly.GetTypes().Single(type => !type.IsGenericType && TypeNames.Of(type) == name);
        MetadataSchema schema = (MetadataSchema)typeof(MetadataSchema).GetMethod(nameof(MetadataSchema.Of), BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!;
        ContractRecord record = RecordDescription.Of(schema);
        return record with { Keys = [.. record.Keys.Select(key => key with { Expected = null, Example = null })] };
    }
}
