using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Caching;

/// <summary>What holds for every file of a project: its options, what it refers to, its global usings, and its own declarations of attributes that generated code uses.</summary>
internal sealed class ProjectSettings : IEquatable<ProjectSettings>
{
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly UsingDirectiveSyntax[] _globalUsings;
    private readonly NamedDeclarations[] _usedAttributes;

    internal ProjectSettings(Compilation compilation, List<UsingDirectiveSyntax> globalUsings, NamedDeclarations[] usedAttributes)
    {
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        _globalUsings = [.. globalUsings];
        _usedAttributes = usedAttributes;
        GlobalNames = [.. globalUsings.SelectMany(ReferencedNames.In)];
    }

    /// <summary>The names that the global usings mention.</summary>
    internal string[] GlobalNames { get; }

    /// <inheritdoc/>
    public bool Equals(ProjectSettings? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (_options.Equals(other._options) && _references == other._references && _globalUsings.SequenceEqual(other._globalUsings)
                && DeclaresSameAttributes(other)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProjectSettings);

    /// <inheritdoc/>
    public override int GetHashCode() => _options.GetHashCode();

    // Asked for each record at each keystroke, so nothing is allocated.
    private bool DeclaresSameAttributes(ProjectSettings other)
    {
        for (int i = 0; i < _usedAttributes.Length; i++)
        {
            if (!_usedAttributes[i].IsSameAs(other._usedAttributes[i]))
            {
                return false;
            }
        }

        return true;
    }
}
