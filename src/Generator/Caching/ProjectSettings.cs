using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Caching;

/// <summary>What holds for every file of a project: its options, what it refers to, its global usings, and what generated code may use.</summary>
internal sealed class ProjectSettings : IEquatable<ProjectSettings>
{
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly UsingDirectiveSyntax[] _globalUsings;
    private readonly TargetModel _target;

    internal ProjectSettings(Compilation compilation, List<UsingDirectiveSyntax> globalUsings)
    {
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        _globalUsings = [.. globalUsings];
        _target = Targets.In(compilation);
        GlobalNames = [.. globalUsings.SelectMany(ReferencedNames.In)];
    }

    /// <summary>The names that the global usings mention.</summary>
    internal string[] GlobalNames { get; }

    /// <inheritdoc/>
    public bool Equals(ProjectSettings? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (_options.Equals(other._options) && _references == other._references && _target == other._target && _globalUsings.SequenceEqual(other._globalUsings)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProjectSettings);

    /// <inheritdoc/>
    public override int GetHashCode() => _options.GetHashCode();
}
