using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Caching;

/// <summary>Every type and namespace of a project by its simple name, from the syntax alone. Only files that were edited are walked again.</summary>
internal sealed class ProjectDeclarations
{
    private static readonly ConditionalWeakTable<Compilation, ProjectDeclarations> _projects = new();
    private readonly Dictionary<string, ImmutableArray<SyntaxNode>> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    private ProjectDeclarations(Compilation compilation, CancellationToken cancellation)
    {
        List<UsingDirectiveSyntax> globalUsings = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            FileDeclarations file = FileDeclarations.In(tree, cancellation);
            _namespaces.UnionWith(file.Namespaces);
            globalUsings.AddRange(file.GlobalUsings);
            foreach (KeyValuePair<string, SyntaxNode> type in file.Types)
            {
                _types[type.Key] = _types.TryGetValue(type.Key, out ImmutableArray<SyntaxNode> others) ? others.Add(type.Value) : ImmutableArray.Create(type.Value);
            }
        }

        Settings = new ProjectSettings(compilation, globalUsings, [.. Targets.UsedAttributes.Select(Find)]);
    }

    internal ProjectSettings Settings { get; }

    internal static ProjectDeclarations In(Compilation compilation, CancellationToken cancellation)
    {
        if (_projects.TryGetValue(compilation, out ProjectDeclarations? known))
        {
            return known;
        }

        ProjectDeclarations made = new(compilation, cancellation);
        return _projects.GetValue(compilation, _ => made);
    }

    internal NamedDeclarations Find(string name)
    {
        bool isType = _types.TryGetValue(name, out ImmutableArray<SyntaxNode> types);
        return new NamedDeclarations(isType ? types : ImmutableArray<SyntaxNode>.Empty, _namespaces.Contains(name));
    }
}
