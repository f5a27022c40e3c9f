using System.Text;

namespace TypedMetadata.Generator.Emitting;

/// <summary>Lines with their indentation, ended by LF on every machine.</summary>
internal sealed class CodeWriter
{
    private const int Spaces = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    internal CodeWriter Line(string line = "")
    {
        if (line.Length != 0)
        {
            _text.Append(' ', _depth * Spaces).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Several lines, indented among themselves.</summary>
    internal CodeWriter Lines(string lines)
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>A line and the block that follows it.</summary>
    internal CodeWriter Open(string line) => Line(line).Open();

    internal CodeWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>The end of a block. What came before may have left an empty line to separate what did not follow.</summary>
    internal CodeWriter Close(string after = "")
    {
        _depth--;
        if (_text.Length > 1 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }

        return Line("}" + after);
    }

    internal CodeWriter Indented(IEnumerable<string> lines)
    {
        _depth++;
        foreach (string line in lines)
        {
            Line(line);
        }

        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
