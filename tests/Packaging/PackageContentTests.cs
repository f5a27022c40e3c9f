using NuGet.Packaging.Core;
using TypedMetadata.Packaging.Harness;

namespace TypedMetadata.Packaging;

/// <summary>What is inside the packages.</summary>
[Collection(UsesPackages.Name)]
public sealed class PackageContentTests(Packages packages)
{
    public static TheoryData<string> Ids => [.. Packages.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_holds_each_file_once_and_no_other(string id)
    {
        using Package package = Open(id);
        IEnumerable<string> own = id == "TypedMetadata"
            ? ["analyzers/dotnet/cs/TypedMetadata.CodeFixes.dll", "analyzers/dotnet/cs/TypedMetadata.Generator.dll", "build/netstandard2.0/TypedMetadata.Contract.targets", "build/netstandard2.0/TypedMetadata.props", "build/netstandard2.0/TypedMetadata.targets", .. RulePages]
            : [];
        string[] frameworks = id == "TypedMetadata" ? ["net10.0", "net8.0", "netstandard2.0"] : ["net10.0", "net8.0"];
        IEnumerable<string> libraries = frameworks.SelectMany(framework => new[] { $"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml" });
        string[] expected = ["README.md", "icon.png", $"{id}.nuspec", .. own, .. libraries];
        Assert.Equal(expected.Order(StringComparer.Ordinal), package.Files);
    }

    private static IEnumerable<string> RulePages =>
        Directory.EnumerateFiles(Path.Combine(Built.Repository, "docs/rules"), "TMD*.md").Select(path => "docs/rules/" + Path.GetFileName(path));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_says_what_it_is(string id)
    {
        using Package package = Open(id);
        Assert.Equal(Packages.Version, package.Nuspec.GetVersion().ToNormalizedString());
        Assert.Equal("MIT", package.Nuspec.GetLicenseMetadata()?.License);
        Assert.NotEqual("Package Description", package.Nuspec.GetDescription());
        Assert.Contains("grpc", package.Nuspec.GetTags().Split(' '));
        Assert.Equal("README.md", package.Nuspec.GetReadme());
        Assert.Equal("icon.png", package.Nuspec.GetIcon());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Package_names_its_commit(string id)
    {
        using Package package = Open(id);
        Assert.Equal(await packages.Sources.GitAsync("rev-parse", "HEAD"), package.Nuspec.GetRepositoryMetadata().Commit);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Readme_links_to_nothing_beside_it(string id)
    {
        using Package package = Open(id);
        string[] links = [.. package.Text("README.md").Split("](").Skip(1).Select(rest => rest.Split(')')[0])];
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _), link));
        Assert.Contains(links, link => link.EndsWith("/docs/wire.md", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Dependency_on_another_of_ours_holds_back_nothing(string id)
    {
        using Package package = Open(id);
        PackageDependency[] ours = [.. package.Nuspec.GetDependencyGroups().SelectMany(group => group.Packages).Where(dependency => Packages.Ids.Contains(dependency.Id))];
        Assert.Equal(id != "TypedMetadata", ours.Any(dependency => dependency.Id == "TypedMetadata"));
        Assert.All(ours, dependency =>
        {
            Assert.Empty(dependency.Exclude);
            Assert.True(dependency.Include is [] or ["All"], string.Join(' ', dependency.Include));
            Assert.Equal($"[{Packages.Version}]", dependency.VersionRange.ToNormalizedString().Replace($"[{Packages.Version}, {Packages.Version}]", $"[{Packages.Version}]", StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_are_inside_and_name_no_folder_of_the_machine(string id)
    {
        using Package package = Open(id);
        Assert.All(package.Assemblies, assembly => Assert.All(package.SourcesOf(assembly), source => Assert.StartsWith("/_", source, StringComparison.Ordinal)));
    }

    [Fact]
    public void Generator_refers_only_to_what_every_supported_compiler_has()
    {
        using Package package = Open("TypedMetadata");
        (string Name, Version Version)[] generator = [.. package.ReferencesOf("analyzers/dotnet/cs/TypedMetadata.Generator.dll")];
        (string Name, Version Version)[] fixes = [.. package.ReferencesOf("analyzers/dotnet/cs/TypedMetadata.CodeFixes.dll")];

        string[] compilers = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "netstandard"];
        Assert.Equal(compilers, generator.Select(reference => reference.Name).Order(StringComparer.Ordinal));
        // [Shared] would refer to a System.Composition that is newer than the editor's, and a package's fixes are not composed anyway.
        string[] editors = ["Microsoft.CodeAnalysis.Workspaces", "TypedMetadata.Generator"];
        Assert.Empty(fixes.Select(reference => reference.Name).Except([.. compilers, .. editors]));

        Assert.All(generator.Concat(fixes), reference => Assert.True(reference.Name == "TypedMetadata.Generator" || reference.Version <= Shipped(reference.Name), reference.ToString()));
    }

    // In Visual Studio 17.8 and the .NET 8 SDK.
    private static Version Shipped(string name) => name switch
    {
        "netstandard" => new Version(2, 0, 0, 0),
        "System.Collections.Immutable" => new Version(7, 0, 0, 0),
        _ => new Version(4, 8, 0, 0),
    };

    private Package Open(string id) => new(packages.PathOf(id));
}
