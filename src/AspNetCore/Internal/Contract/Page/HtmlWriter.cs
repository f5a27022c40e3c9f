using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace TypedMetadata;

/// <summary>Writes HTML. Values in braces of an interpolated string are encoded, so that no name, summary or value can become markup.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <summary>Writes markup. The interpolated string handler has already written and encoded it.</summary>
    internal void Write([InterpolatedStringHandlerArgument("")] Markup markup) => _ = markup;

    /// <summary>Writes an embedded file without encoding.</summary>
    internal void WriteOwn(string text) => _html.Append(text);

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();

    /// <summary>Handles an interpolated string whose text is markup and whose values are encoded.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Markup
    {
        private readonly StringBuilder _html;

        public Markup(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _ = (literalLength, formattedCount);
            _html = writer._html;
        }

        public void AppendLiteral(string markup) => _html.Append(markup);

        public void AppendFormatted(string? value) => _html.Append(HtmlEncoder.Default.Encode(value ?? ""));

        public void AppendFormatted(int value) => _html.Append(CultureInfo.InvariantCulture, $"{value}");
    }
}
