namespace TypedMetadata;

/// <summary>Writes a record with its keys.</summary>
internal static class RecordCard
{
    internal static void Write(HtmlWriter html, ContractRecord record, string id)
    {
        html.Write($"""
            <article class="card" id="{id}" data-search="{string.Join(' ', record.Keys.Select(static key => key.Key).Prepend(record.Type))}">
            <h3><bdi>{record.Name}</bdi></h3>
            <p class="muted"><bdi>{record.Type}</bdi>: {string.Join(", ", record.Positions)} metadata
            """);
        if (record.MaxSize is int size)
        {
            html.Write($", at most {size} bytes");
        }

        html.Write($"</p>");
        WriteSummary(html, record.Summary);
        html.Write($"""<ul class="plain keys">""");
        foreach (ContractKey key in record.Keys)
        {
            Write(html, key);
        }

        html.Write($"</ul></article>");
    }

    private static void Write(HtmlWriter html, ContractKey key)
    {
        html.Write($"""<li><code><bdi>{key.Key}{(key.Prefix ? "*" : "")}</bdi></code> """);
        html.Write($"""<span class="tag {(key.Required ? "required" : "")}">{(key.Required ? "required" : "optional")}</span>""");
        if (key.Sensitive)
        {
            html.Write($""" <span class="tag secret">sensitive</span>""");
        }

        WriteSummary(html, key.Summary);
        html.Write($"<dl>");
        WriteRow(html, "Property", $"{key.Property}: {key.Type}");
        WriteRow(html, "Value", $"{(key.List ? "a list, each item " : key.Prefix ? "for each key with the prefix " : "")}{key.Expected ?? key.Kind}");
        WriteRow(html, "Example", key.Sensitive ? null : key.Example);
        WriteRow(html, "Kind", key.Kind == "binary" ? "binary (base64 on the wire)" : null);
        WriteRow(html, "Aliases", key.Aliases.Count == 0 ? null : string.Join(", ", key.Aliases));
        WriteRow(html, "Items", key.MaxItems is int most ? FormattableString.Invariant($"at most {most}") : null);
        WriteRow(html, "Separator", key.Separator is string separator ? $"'{separator}'" : null);
        WriteRow(html, "Error status", key.ErrorStatus);
        WriteRow(html, "Access", key.ReadOnly ? "read-only; a library writes the key" : null);
        html.Write($"</dl></li>");
    }

    private static void WriteSummary(HtmlWriter html, string? summary)
    {
        if (summary is not null)
        {
            html.Write($"<p><bdi>{summary}</bdi></p>");
        }
    }

    private static void WriteRow(HtmlWriter html, string name, string? value)
    {
        if (value is not null)
        {
            html.Write($"<dt>{name}</dt><dd><bdi>{value}</bdi></dd>");
        }
    }
}
