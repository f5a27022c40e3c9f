using System.Globalization;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>A key and its options as an expression.</summary>
internal static class FieldExpression
{
    internal static string Of(FieldModel field)
    {
        List<string> options = [];
        if (field.Collection == CollectionKind.Map)
        {
            options.Add("IsPrefix = true");
            if (field.IsBinary)
            {
                options.Add("BinaryEntries = true");
            }
        }
        else if (field.IsPinned)
        {
            options.Add("Pinned = true");
        }

        if (field.Options.Sensitive)
        {
            options.Add("Sensitive = true");
        }

        if (field.Options.AllowComma)
        {
            options.Add("AllowComma = true");
        }

        if (field.Options.Duplicates is string policy)
        {
            options.Add($"Duplicates = {Names.Root}DuplicatePolicy.{policy}");
        }

        if (field.Options.MaxItems is int most)
        {
            options.Add($"MaxItems = {most.ToString(CultureInfo.InvariantCulture)}");
        }

        if (field.Options.AllowEmpty is bool allowEmpty)
        {
            options.Add($"AllowEmpty = {(allowEmpty ? "true" : "false")}");
        }

        if (field.Options.ReadOnly)
        {
            options.Add("ReadOnly = true");
        }

        if (field.Options.ErrorStatus is int status)
        {
            options.Add($"ErrorStatus = (global::Grpc.Core.StatusCode){status.ToString(CultureInfo.InvariantCulture)}");
        }

        if (field.Options.ReadAlso.Count != 0)
        {
            options.Add($"ReadAlso = new[] {{ {string.Join(", ", field.Options.ReadAlso.Select(key => $"\"{key}\""))} }}");
        }

        string initializer = options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
        return $"new {Names.Generated}MetadataField(\"{field.Key}\"){initializer}";
    }
}
