using System.Globalization;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.Emitting;

/// <summary>A key and its options as an expression, where its type is known.</summary>
internal static class KeyDescriptorExpression
{
    internal static string Of(KeyModel key)
    {
        List<string> options = [];
        if (key.Collection == CollectionKind.Map)
        {
            options.Add("IsPrefix = true");
            if (key.IsBinary)
            {
                options.Add("BinaryEntries = true");
            }
        }
        else if (key.IsPinned)
        {
            options.Add("Pinned = true");
        }

        if (key.Collection is not (CollectionKind.None or CollectionKind.Map))
        {
            options.Add("IsList = true");
        }

        if (key.Options.Sensitive)
        {
            options.Add("Sensitive = true");
        }

        if (key.Options.AllowComma)
        {
            options.Add("AllowComma = true");
        }

        if (key.Options.Duplicates is string policy)
        {
            options.Add($"Duplicates = {EmittedNames.Root}DuplicatePolicy.{policy}");
        }

        if (key.Options.MaxItems is int most)
        {
            options.Add($"MaxItems = {most.ToString(CultureInfo.InvariantCulture)}");
        }

        if (key.Options.Separator is string separator && !key.IsBinary && key.Collection != CollectionKind.None)
        {
            options.Add($"Separator = {Identifiers.Literal(separator)}");
        }

        if (key.Options.Scheme is string scheme && !key.IsBinary && key.Collection == CollectionKind.None)
        {
            options.Add($"Scheme = {Identifiers.Literal(scheme)}");
        }

        if (key.Options.UseDefault && !key.MustBeThere)
        {
            options.Add($"OnMalformed = {EmittedNames.Root}MalformedValuePolicy.UseDefault");
        }

        if (key.Options.AllowEmpty == true)
        {
            options.Add("AllowEmpty = true");
        }

        if (key is { IsBinary: true, Collection: CollectionKind.None, AllowsAbsence: false, Shape: { IsNullable: true, Presence: Presence.Optional } })
        {
            options.Add("IsNullable = true");
        }

        if (key.MustBeThere)
        {
            options.Add("Required = true");
        }

        if (key.Options.ReadOnly)
        {
            options.Add("ReadOnly = true");
        }

        if (key.Options.Traced)
        {
            options.Add("Traced = true");
        }

        if (key.Options is { Traced: true, TraceAs: string attribute })
        {
            options.Add($"TraceAs = {Identifiers.Literal(attribute)}");
        }

        if (key.Options.ErrorStatusCode is int status)
        {
            options.Add($"ErrorStatusCode = (global::Grpc.Core.StatusCode){status.ToString(CultureInfo.InvariantCulture)}");
        }

        if (key.Options.Aliases.Count != 0)
        {
            options.Add($"Aliases = new[] {{ {string.Join(", ", key.Options.Aliases.Select(name => $"\"{name}\""))} }}");
        }

        if (key.Shape.Summary is string summary)
        {
            options.Add($"Summary = {Identifiers.Literal(summary)}");
        }

        string initializer = options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
        return $"new(\"{key.Key}\", \"{key.Property.TrimStart('@')}\"){initializer}";
    }
}
