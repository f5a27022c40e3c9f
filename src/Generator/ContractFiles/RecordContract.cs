using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;
using TypedMetadata.Generator.RulesOfUse;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>A record in the terms of a contract, as the server describes it at run time.</summary>
internal static class RecordContract
{
    // As KeyDescriptor.DefaultMaxItems.
    private const int DefaultMaxItems = 256;
    private const int InvalidArgument = 3;

    // By their numbers, as the gRPC specification writes them.
    private static readonly string[] _statusCodes =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
        "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ];

    internal static ContractRecord Of(INamedTypeSymbol symbol, TypeModel type, EquatableArray<KeyModel> keys, EquatableArray<NestedModel> nested, KnownSymbols known, CancellationToken cancellation)
    {
        List<ContractKey> all = [];
        Add(new Place("", "", false, false, type.IsRequest), symbol, keys, nested, known, all, cancellation);
        return new ContractRecord
        {
            Name = type.DisplayName,
            Type = TypeName(type.FullName),
            Positions = [.. type.Positions.Select(static position => position.ToLowerInvariant())],
            MaxSize = type.MaxSize > 0 ? type.MaxSize : null,
            Summary = type.Summary,
            Keys = all,
        };
    }

    /// <summary>A record of another assembly. Its documentation comments, initializers and properties that are not public are not seen here.</summary>
    internal static ContractRecord OfReferenced(INamedTypeSymbol symbol, KnownSymbols known, CancellationToken cancellation)
    {
        RecordContext context = ContextOf(symbol, known, cancellation);
        ParsedMembers members = MemberParser.Parse(RecordProperties.Of(context), context);
        return Of(symbol, context.Record, members.Keys, members.Nested, known, cancellation);
    }

    /// <summary>A type's name as the server writes it: <c>string</c>, <c>System.Guid</c>, <c>Shop.Orders.Caller</c>.</summary>
    internal static string TypeName(string fullName) => fullName.Replace("global::", "").Replace("@", "").Replace("?", "");

    private static RecordContext ContextOf(INamedTypeSymbol symbol, KnownSymbols known, CancellationToken cancellation) =>
        new(symbol, known.Find(symbol, known.GrpcMetadata)!, known, cancellation);

    private static void Add(
        Place place, INamedTypeSymbol symbol, EquatableArray<KeyModel> keys, EquatableArray<NestedModel> nested, KnownSymbols known, List<ContractKey> all, CancellationToken cancellation)
    {
        all.AddRange(keys.Select(key => Key(key, place)));
        foreach (NestedModel one in nested)
        {
            if (InnerOf(symbol, one) is INamedTypeSymbol inner)
            {
                RecordContext context = ContextOf(inner, known, cancellation);
                ParsedMembers members = MemberParser.Parse(RecordProperties.Of(context), context);
                Add(place.Inside(one), inner, members.Keys, members.Nested, known, all, cancellation);
            }
        }
    }

    private static INamedTypeSymbol? InnerOf(INamedTypeSymbol symbol, NestedModel nested)
    {
        string property = nested.Property.TrimStart('@');
        return symbol.BasesAndSelf().SelectMany(type => type.GetMembers(property)).OfType<IPropertySymbol>().Select(one => ValueTypes.Of(one.Type)).OfType<INamedTypeSymbol>().FirstOrDefault();
    }

    private static ContractKey Key(KeyModel key, Place place)
    {
        bool isMap = key.Collection == CollectionKind.Map;
        bool isList = !isMap && key.Collection != CollectionKind.None;
        return new ContractKey
        {
            Key = key.IsPinned || isMap ? key.Key : place.Prefix + key.Key,
            Property = place.Path + key.Property.TrimStart('@'),
            Kind = key.IsBinary ? "binary" : "text",
            Type = TypeName(key.ValueType),
            Format = FormatOf(key.Codec),
            Scheme = key.IsBinary || key.Collection != CollectionKind.None ? null : key.Options.Scheme,
            Required = key.MustBeThere && !place.IsOptional,
            Sensitive = key.Options.Sensitive || place.IsSensitive,
            List = isList,
            Prefix = isMap,
            ReadOnly = key.Options.ReadOnly,
            MaxItems = isList ? key.Options.MaxItems ?? DefaultMaxItems : null,
            Separator = key.IsBinary || key.Collection == CollectionKind.None ? null : key.Options.Separator,
            Aliases = [.. key.Options.Aliases],
            ErrorStatus = place.IsRequest ? NameOf(key.Options.ErrorStatusCode ?? InvalidArgument) : null,
            Summary = key.Shape.Summary,
        };
    }

    private static string NameOf(int status) => status >= 0 && status < _statusCodes.Length ? _statusCodes[status] : status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // As MetadataSchemaKey.FormatOf: a converter is the last argument of its codec.
    private static string FormatOf(string codec)
    {
        SimpleNameSyntax name = NameIn(SyntaxFactory.ParseTypeName(codec));
        return name is GenericNameSyntax { Identifier.ValueText: "ConverterText" or "ConverterBinary", TypeArgumentList.Arguments: [.., var last] }
            ? NameIn(last) is GenericNameSyntax converter ? $"{converter.Identifier.ValueText}`{converter.Arity}" : NameIn(last).Identifier.ValueText
            : name.Identifier.ValueText;
    }

    private static SimpleNameSyntax NameIn(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        SimpleNameSyntax simple => simple,
        _ => SyntaxFactory.IdentifierName(type.ToString()),
    };

    /// <summary>Where a record's keys are: in the record itself, or inside others.</summary>
    /// <param name="Path">The properties around it, each with a dot.</param>
    /// <param name="Prefix">What its derived keys begin with.</param>
    /// <param name="IsSensitive">Whether all of it is a secret.</param>
    /// <param name="IsOptional">Whether it may be absent as a whole.</param>
    /// <param name="IsRequest">Whether the outermost record is request metadata.</param>
    private sealed record Place(string Path, string Prefix, bool IsSensitive, bool IsOptional, bool IsRequest)
    {
        internal Place Inside(NestedModel nested) => new(
            $"{Path}{nested.Property.TrimStart('@')}.", Prefix + nested.Prefix, IsSensitive || nested.Sensitive, IsOptional || nested.Shape.Presence != Presence.Required, IsRequest);
    }
}
