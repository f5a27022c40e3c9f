using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>The key of a property: written out or derived from its name, and the options beside it.</summary>
/// <param name="Written">The key as the user wrote it, or as it was derived.</param>
/// <param name="IsDerived">Whether it follows from the property's name.</param>
/// <param name="Location">The key's literal if there is one, else the property's identifier.</param>
internal sealed record PropertyKey(string Written, bool IsDerived, KeyOptionsModel Options, Location Location)
{
    /// <summary>The key on the wire.</summary>
    internal string Name => KeyGrammar.Normalize(Written);

    internal static PropertyKey Of(RecordProperty property, TypeCodecs form, CancellationToken cancellation)
    {
        AttributeData? attribute = property.Declaration.Key;
        KeyOptionsModel options = KeyOptions.Of(attribute);
        return attribute?.ConstructorArguments is [{ Value: string key }]
            ? new PropertyKey(key, IsDerived: false, options, LiteralOf(attribute, cancellation) ?? property.Property.Locations[0])
            : new PropertyKey(property.Prefix + Derived(property.Property.Name, form), IsDerived: true, options, property.Property.Locations[0]);
    }

    private static string Derived(string property, TypeCodecs form)
    {
        string key = NamingPolicy.KebabCase(property);
        bool needsSuffix = form.Text is null && !KeyGrammar.IsBinary(key);
        return needsSuffix ? key + KeyGrammar.BinarySuffix : key;
    }

    internal static Location? LiteralOf(AttributeData attribute, CancellationToken cancellation) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?
            .ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression.GetLocation();

    /// <summary>The literal of a former key.</summary>
    internal static Location? AliasOf(AttributeData? attribute, string former, CancellationToken cancellation) =>
        (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?
            .ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Aliases")?
            .DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault(literal => literal.Token.ValueText == former)?.GetLocation();
}
