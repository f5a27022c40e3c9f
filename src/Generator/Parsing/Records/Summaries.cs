using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetadata.Generator.Parsing;

/// <summary>
/// What the documentation comments say of a record and its properties. They are read as text: the compiler parses them only where the
/// project writes a documentation file. A comment depends on nothing but its own declaration, so what was read once is kept.
/// </summary>
internal static class Summaries
{
    private static readonly ConditionalWeakTable<SyntaxNode, XElement> _comments = new();
    private static readonly XElement _none = new("doc");

    /// <summary>The summary of a type or a property; for a positional one, what the record says of its parameter. Null when there is none.</summary>
    internal static string? Of(ISymbol symbol, CancellationToken cancellation)
    {
        IEnumerable<SyntaxNode> declarations = symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));
        foreach (SyntaxNode node in symbol is IPropertySymbol property ? declarations.Union(PropertyParts.Of(property, cancellation)) : declarations)
        {
            XElement? said = node is ParameterSyntax { Parent.Parent: SyntaxNode record }
                ? CommentOn(record).Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == symbol.Name)
                : CommentOn(node).Element("summary");
            if (said is not null && Text(said) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return symbol is IPropertySymbol { OverriddenProperty: IPropertySymbol overridden } ? Of(overridden, cancellation) : null;
    }

    private static XElement CommentOn(SyntaxNode node) => _comments.GetValue(node, static declaration =>
    {
        StringBuilder comment = new();
        foreach (SyntaxTrivia trivia in declaration.GetLeadingTrivia())
        {
            AppendTo(comment, trivia);
        }

        return comment.Length == 0 ? _none : Parse($"<doc>{comment}</doc>");
    });

    private static void AppendTo(StringBuilder comment, SyntaxTrivia trivia)
    {
        if (!trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
            && !trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)
            && !trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        {
            return;
        }

        string text = trivia.ToFullString();
        bool isBlock = text.StartsWith("/**", StringComparison.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            string content = line.Trim();
            if (isBlock)
            {
                comment.Append(content.TrimStart('*')).Append('\n');
            }
            else if (content.StartsWith("///", StringComparison.Ordinal) && !content.StartsWith("////", StringComparison.Ordinal))
            {
                comment.Append(content, 3, content.Length - 3).Append('\n');
            }
        }
    }

    // Of a comment that is no XML the compiler warns itself (CS1570); it describes nothing.
    private static XElement Parse(string comment)
    {
        try
        {
            return XElement.Parse(comment, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return _none;
        }
    }

    // On one line; what refers to something reads as its name.
    private static string Text(XElement element)
    {
        StringBuilder text = new();
        foreach (XNode node in element.DescendantNodes())
        {
            if (node is XText said)
            {
                text.Append(said.Value);
            }
            else if (node is XElement { IsEmpty: true } reference)
            {
                text.Append(NameIn(reference));
            }
        }

        return string.Join(" ", text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string NameIn(XElement reference)
    {
        string name = (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name") ?? reference.Attribute("href"))?.Value ?? " ";
        return reference.Attribute("cref") is null ? name : name.Substring(name.LastIndexOf('.') + 1);
    }
}
