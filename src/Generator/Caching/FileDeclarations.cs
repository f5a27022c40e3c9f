using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Caching;

/// <summary>What one file declares.</summary>
internal sealed class FileDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> _files = new();

    private FileDeclarations(SyntaxTree tree, CancellationToken cancellation)
    {
        if (tree.GetRoot(cancellation) is CompilationUnitSyntax root)
        {
            GlobalUsings.AddRange(root.Usings.Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)));
            Add(root.Members);
        }
    }

    internal List<KeyValuePair<string, SyntaxNode>> Types { get; } = [];

    internal List<string> Namespaces { get; } = [];

    internal List<UsingDirectiveSyntax> GlobalUsings { get; } = [];

    internal static FileDeclarations In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_files.TryGetValue(tree, out FileDeclarations? known))
        {
            return known;
        }

        FileDeclarations made = new(tree, cancellation);
        return _files.GetValue(tree, _ => made);
    }

    private void Add(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax declared:
                    Namespaces.AddRange(ReferencedNames.Simple(declared.Name));
                    Add(declared.Members);
                    break;
                case BaseTypeDeclarationSyntax type:
                    Types.Add(new(type.Identifier.ValueText, type));
                    if (type is TypeDeclarationSyntax { Members: var nested })
                    {
                        Add(nested);
                    }

                    break;
                case DelegateDeclarationSyntax type:
                    Types.Add(new(type.Identifier.ValueText, type));
                    break;
            }
        }
    }
}
