using System.Globalization;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Emitting;

/// <summary>A key and its options as an expression.</summary>
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

        if (key.Options.AllowEmpty == true)
        {
            options.Add("AllowEmpty = true");
        }

        if (key.IsRequired)
        {
            options.Add("Required = true");
        }

        if (key.Options.ReadOnly)
        {
            options.Add("ReadOnly = true");
        }

        if (key.Options.ErrorStatusCode is int status)
        {
            options.Add($"ErrorStatusCode = (global::Grpc.Core.StatusCode){status.ToString(CultureInfo.InvariantCulture)}");
        }

        if (key.Options.Aliases.Count != 0)
        {
            options.Add($"Aliases = new[] {{ {string.Join(", ", key.Options.Aliases.Select(name => $"\"{name}\""))} }}");
        }

        string initializer = options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
        return $"new {EmittedNames.CompilerServices}KeyDescriptor(\"{key.Key}\"){initializer}";
    }
}
