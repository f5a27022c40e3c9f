using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Caching;

/// <summary>What a project declares under one name, wherever that is.</summary>
/// <param name="Types">The declarations of types, each part of a partial one, in the order of the files.</param>
/// <param name="IsNamespace">Whether a namespace, or a part of one's name, is called so.</param>
internal readonly record struct NamedDeclarations(ImmutableArray<SyntaxNode> Types, bool IsNamespace)
{
    /// <summary>Whether nothing was declared, removed or edited. A node is another once its file was edited.</summary>
    internal bool IsSameAs(NamedDeclarations other)
    {
        if (IsNamespace != other.IsNamespace || Types.Length != other.Types.Length)
        {
            return false;
        }

        for (int i = 0; i < Types.Length; i++)
        {
            if (!ReferenceEquals(Types[i], other.Types[i]))
            {
                return false;
            }
        }

        return true;
    }
}
