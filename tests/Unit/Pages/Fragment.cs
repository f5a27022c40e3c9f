using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Tests;

namespace TypedMetadata.Unit.Pages;

/// <summary>A block's C# sorted by where it may stand in a file: pages show types, methods and statements in the order of their story.</summary>
internal sealed class Fragment
{
    private readonly Block _block;
    private readonly CompilationUnitSyntax _root;

    internal Fragment(Block block)
    {
        _block = block;
        _root = CSharpSyntaxTree.ParseText(block.Code, Sources.ParseOptions).GetCompilationUnitRoot();
    }

    /// <summary>The names of the types that it declares.</summary>
    internal IEnumerable<string> TypeNames => _root.Members.Select(NameOf).OfType<string>();

    internal string Usings => Placed([.. _root.Externs, .. _root.Usings, .. _root.AttributeLists]);

    /// <summary>Members of a class: methods with modifiers such as <c>override</c>.</summary>
    internal string Members => Placed(_root.Members.Where(member => !IsType(member) && IsMember(member)));

    /// <summary>What stands in a method, and what the parser could make nothing of.</summary>
    internal string Statements => Placed(_root.Members.Where(member => !IsType(member) && !IsMember(member))) + _root.EndOfFileToken.LeadingTrivia.ToFullString() + "\n";

    /// <summary>All that is not a using or a type, for hidden blocks: there a variable is a field.</summary>
    internal string MembersAndVariables => Placed(_root.Members.Where(member => !IsType(member)));

    /// <summary>Those of its types whose name is wanted.</summary>
    internal string Types(Predicate<string> wanted) => Placed(_root.Members.Where(member => NameOf(member) is string name && wanted(name)));

    private static bool IsType(MemberDeclarationSyntax member) => NameOf(member) is not null;

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };

    // At the top of a file the parser takes a method for a local function, with modifiers that none can have.
    private static bool IsMember(MemberDeclarationSyntax member) => member is not GlobalStatementSyntax statement
        || (statement.Statement is LocalFunctionStatementSyntax function && !function.Modifiers.All(modifier => modifier.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.StaticKeyword));

    // The compiler then speaks of the page and its lines. What is hidden would count as generated code, of which analyzers are silent.
    private string Placed(IEnumerable<SyntaxNode> nodes)
    {
        StringBuilder text = new();
        foreach (SyntaxNode node in nodes)
        {
            int line = _block.Line + node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
            text.Append($"\n#line {line} \"{_block.Path}\"\n{node.ToFullString()}");
        }

        return text.Append("\n#line default\n").ToString();
    }
}
