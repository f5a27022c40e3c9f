using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetadata.CodeFixes;

/// <summary>
/// Finds and edits the attribute of a property: its <c>[MetadataKey]</c> or <c>[MetadataPrefix]</c>, or a new <c>[MetadataKey]</c> on the property or positional parameter.
/// Comments, directives and line breaks are kept.
/// </summary>
internal static class AttributePlace
{
    /// <summary>The attribute, else the declaration; null for a property that has none in source.</summary>
    internal static SyntaxNode? Of(INamedTypeSymbol record, string property, CancellationToken cancellation)
    {
        IPropertySymbol? declared = record.GetMembers(property).OfType<IPropertySymbol>().FirstOrDefault();
        SyntaxNode? declaration = declared?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        return AttributeOf(declared, cancellation)
            ?? AttributeOf(ParameterOf(record, property, cancellation), cancellation)
            ?? (declaration is PropertyDeclarationSyntax or ParameterSyntax ? declaration : null);
    }

    /// <summary>The same place with the key written into it.</summary>
    internal static SyntaxNode WriteKey(SyntaxNode place, string key, SourceText text) =>
        place is AttributeSyntax attribute ? WriteInto(attribute, KeyArgument(key)) : WriteAbove(place, KeyArgument(key), text);

    /// <summary>The same place with an option set to true.</summary>
    internal static SyntaxNode SetOption(SyntaxNode place, string option, SourceText text) =>
        place is AttributeSyntax attribute ? SetIn(attribute, OptionArgument(option)) : WriteAbove(place, OptionArgument(option), text);

    private static IParameterSymbol? ParameterOf(INamedTypeSymbol record, string name, CancellationToken cancellation) => record.InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is RecordDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters)
        .FirstOrDefault(parameter => parameter.Name == name);

    private static SyntaxNode? AttributeOf(ISymbol? symbol, CancellationToken cancellation) => symbol?.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "MetadataKeyAttribute", ContainingNamespace: { Name: "TypedMetadata", ContainingNamespace.IsGlobalNamespace: true } })?
        .ApplicationSyntaxReference?.GetSyntax(cancellation);

    private static AttributeSyntax WriteInto(AttributeSyntax attribute, AttributeArgumentSyntax key)
    {
        if (attribute.ArgumentList is not { Arguments: [AttributeArgumentSyntax first, ..] } list)
        {
            SeparatedSyntaxList<AttributeArgumentSyntax> only = SyntaxFactory.SingletonSeparatedList(key);
            return attribute.WithArgumentList(attribute.ArgumentList?.WithArguments(only) ?? Bare(SyntaxFactory.AttributeArgumentList(only)));
        }

        if (first.NameEquals is null)
        {
            return attribute.ReplaceNode(first.Expression, key.Expression.WithTriviaFrom(first.Expression));
        }

        // A first option on a line of its own stays on one.
        SyntaxTrivia gap = first.HasLeadingTrivia ? list.OpenParenToken.TrailingTrivia.LastOrDefault() : SyntaxFactory.Space;
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(first.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(gap));
        IEnumerable<AttributeArgumentSyntax> arguments = list.Arguments.Prepend(key.WithLeadingTrivia(indentation));
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(arguments, list.Arguments.GetSeparators().Prepend(comma))));
    }

    private static AttributeSyntax SetIn(AttributeSyntax attribute, AttributeArgumentSyntax option)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        if (arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option.NameEquals!.Name.Identifier.ValueText) is AttributeArgumentSyntax present)
        {
            return attribute.ReplaceNode(present, option.WithTriviaFrom(present));
        }

        if (arguments.Count == 0)
        {
            SeparatedSyntaxList<AttributeArgumentSyntax> only = SyntaxFactory.SingletonSeparatedList(option);
            return attribute.WithArgumentList(attribute.ArgumentList?.WithArguments(only) ?? Bare(SyntaxFactory.AttributeArgumentList()).WithArguments(only));
        }

        // Where the last argument has a line of its own, so has the new one.
        AttributeArgumentSyntax last = arguments.Last();
        SyntaxToken before = last.GetFirstToken().GetPreviousToken();
        SyntaxTriviaList gap = before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(before.TrailingTrivia.Last()) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        SyntaxTriviaList indentation = SyntaxFactory.TriviaList(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        SyntaxToken comma = SyntaxFactory.Token(default, SyntaxKind.CommaToken, gap);
        return attribute.WithArgumentList(attribute.ArgumentList!.WithArguments(SyntaxFactory.SeparatedList(
            arguments.Replace(last, last.WithoutTrailingTrivia()).Append(option.WithLeadingTrivia(indentation).WithTrailingTrivia(last.GetTrailingTrivia())),
            arguments.GetSeparators().Append(comma))));
    }

    private static SyntaxNode WriteAbove(SyntaxNode declaration, AttributeArgumentSyntax argument, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(declaration.SpanStart);
        string before = text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart));
        AttributeListSyntax? neighbour = declaration.ChildNodes().OfType<AttributeListSyntax>().FirstOrDefault();
        bool ownLine = string.IsNullOrWhiteSpace(before)
            && (neighbour?.GetTrailingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ?? declaration is PropertyDeclarationSyntax);

        AttributeListSyntax list = Attribute(argument)
            .WithLeadingTrivia(declaration.GetLeadingTrivia())
            .WithTrailingTrivia(ownLine ? SyntaxFactory.EndOfLine(LineBreakBefore(line, text)) : SyntaxFactory.Space);
        SyntaxNode bare = declaration.WithLeadingTrivia(ownLine ? SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(before)) : default);
        return bare is ParameterSyntax parameter
            ? parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, list))
            : ((PropertyDeclarationSyntax)bare).WithAttributeLists(((PropertyDeclarationSyntax)bare).AttributeLists.Insert(0, list));
    }

    private static string LineBreakBefore(TextLine line, SourceText text)
    {
        TextLine previous = text.Lines[line.LineNumber - 1];
        return text.ToString(TextSpan.FromBounds(previous.End, previous.EndIncludingLineBreak));
    }

    private static AttributeListSyntax Attribute(AttributeArgumentSyntax argument)
    {
        AttributeArgumentListSyntax arguments = Bare(SyntaxFactory.AttributeArgumentList()).WithArguments(SyntaxFactory.SingletonSeparatedList(argument));
        NameSyntax name = SyntaxFactory.ParseName("global::TypedMetadata.MetadataKey").WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax list = Bare(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name))));
        return list.ReplaceNode(list.Attributes[0], list.Attributes[0].WithArgumentList(arguments));
    }

    private static AttributeArgumentSyntax OptionArgument(string option) =>
        SyntaxFactory.ParseAttributeArgumentList($"({option} = true)")!.Arguments[0];

    private static AttributeArgumentSyntax KeyArgument(string key) =>
        Bare(SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key))));

    // What a factory makes is elastic: a formatter would move it, and its neighbours too.
    private static T Bare<T>(T node)
        where T : SyntaxNode =>
        node.ReplaceTokens(node.DescendantTokens(), (_, token) => token.WithLeadingTrivia().WithTrailingTrivia());
}
