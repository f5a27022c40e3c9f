namespace TypedMetadata.Packaging.Harness;

/// <summary>The consumer with a server, a client, a unit test of a handler and the records of all: each project refers to one package.</summary>
internal sealed class Greeting(Packages packages)
{
    private const string Records = "Contracts";

    internal static readonly string[] Projects = [Records, "Client", "Server", "Kit"];

    private readonly string _program = Path.Combine("Server", "bin", "Debug", "net10.0");

    internal Consumer Consumer { get; } = WithEveryType(packages.Consumer("Greeting"), Built.Repository, Records);

    internal Task<Command> BuildAsync() => Consumer.DotnetAsync(["build", "Server"]);

    /// <summary>The program with its records built anew, in another way.</summary>
    /// <param name="properties">The properties of their build.</param>
    /// <param name="repository">The repository that they are copied from.</param>
    /// <param name="environment">Variables for their build.</param>
    internal async Task<(string Program, string Build)> WithRecordsAsync(
        IEnumerable<string> properties, string repository, IReadOnlyDictionary<string, string>? environment = null)
    {
        Consumer records = WithEveryType(packages.Consumer("Greeting/" + Records, repository), repository, ".");
        string build = (await records.DotnetAsync(["build", "--output", "built", .. properties], environment)).Succeeded();
        records.CopyHere(Path.Combine(Consumer.Folder, _program), "*", "program");
        File.Copy(Path.Combine(records.Folder, "built", Records + ".dll"), Path.Combine(records.Folder, "program", Records + ".dll"), overwrite: true);
        return (Path.Combine(records.Folder, "program"), build);
    }

    /// <summary>Runs both ends and checks what they say of each other.</summary>
    /// <param name="program">The program's folder; by default the one that was built.</param>
    internal async Task WorksAsync(string? program = null)
    {
        string folder = program ?? Path.Combine(Consumer.Folder, _program);
        string output = (await Command.RunAsync(folder, ["dotnet", "exec", Path.Combine(folder, "Server.dll")])).Succeeded();
        Assert.Equal(
            [
                "CallerInfo { TenantId = acme, Token = ***, Attempt = 1 }",
                "Hello Ada of acme, token of 3 bytes, attempt 1",
                "from one, 3 rows",
                "streamed all",
                "every type came back: True",
                "every shape came back: True",
                "InvalidArgument, names the key: True",
                "without a server: Hello Bob of kit, token of 1 bytes, attempt 1, 3 rows",
            ],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Consumer WithEveryType(Consumer consumer, string repository, string to)
    {
        consumer.CopyHere(Path.Combine(repository, "tests/Unit/Properties"), "Everything.cs", to);
        return consumer;
    }
}
