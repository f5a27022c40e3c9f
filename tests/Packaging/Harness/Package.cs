using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NuGet.Packaging;

namespace TypedMetadata.Packaging.Harness;

/// <summary>An open package.</summary>
internal sealed class Package(string path) : IDisposable
{
    private readonly PackageArchiveReader _reader = new(path);

    internal NuspecReader Nuspec => _reader.NuspecReader;

    /// <summary>The files in it, without those in which NuGet describes the archive.</summary>
    internal IEnumerable<string> Files => _reader.GetFiles()
        .Where(file => file is not ("[Content_Types].xml" or "_rels/.rels") && !file.StartsWith("package/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    internal IEnumerable<string> Assemblies => Files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal));

    public void Dispose() => _reader.Dispose();

    internal string Text(string file)
    {
        using StreamReader reader = new(_reader.GetStream(file));
        return reader.ReadToEnd();
    }

    /// <summary>What an assembly refers to.</summary>
    internal IEnumerable<(string Name, Version Version)> ReferencesOf(string file)
    {
        using PEReader assembly = Open(file);
        MetadataReader metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    /// <summary>The paths of the sources in an assembly's symbols, which are inside it.</summary>
    internal IEnumerable<string> SourcesOf(string file)
    {
        using PEReader assembly = Open(file);
        DebugDirectoryEntry symbols = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    private PEReader Open(string file)
    {
        using Stream stream = _reader.GetStream(file);
        MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }
}
