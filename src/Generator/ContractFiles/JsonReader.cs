using System.Globalization;
using System.Text;

namespace TypedMetadata.Generator.ContractFiles;

/// <summary>Reads JSON as RFC 8259 defines it. The generator has no dependencies, and not every compiler that loads it has System.Text.Json.</summary>
internal sealed class JsonReader
{
    // As System.Text.Json.
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _position;
    private (string Problem, int Position)? _error;

    private JsonReader(string text) => _text = text;

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private bool IsAtEnd => _position >= _text.Length;

    /// <summary>Reads a text. Returns null and the problem if it is not JSON.</summary>
    internal static JsonValue? Read(string text, out (string Problem, int Position) error)
    {
        JsonReader reader = new(text);
        JsonValue? value = reader.ReadValue(1);
        reader.SkipSpace();
        if (value is not null && !reader.IsAtEnd)
        {
            value = reader.Fail("there is text after its end");
        }

        error = reader._error ?? default;
        return value;
    }

    private JsonValue? ReadValue(int depth)
    {
        SkipSpace();
        if (depth > MaxDepth)
        {
            return Fail("it is nested too deeply");
        }

        return Current switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => ReadText(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            't' => ReadWord("true", JsonKind.True),
            'f' => ReadWord("false", JsonKind.False),
            'n' => ReadWord("null", JsonKind.Null),
            _ => Fail("a value is expected"),
        };
    }

    private JsonValue? ReadObject(int depth)
    {
        int start = _position++;
        List<KeyValuePair<string, JsonValue>> members = [];
        SkipSpace();
        if (Current != '}')
        {
            do
            {
                SkipSpace();
                if (Current != '"')
                {
                    return Fail("the name of a member is expected");
                }

                if (ReadText() is not JsonValue name)
                {
                    return null;
                }

                SkipSpace();
                if (!Take(':'))
                {
                    return Fail("':' is expected");
                }

                if (ReadValue(depth + 1) is not JsonValue value)
                {
                    return null;
                }

                members.Add(new(name.Text, value));
                SkipSpace();
            }
            while (Take(','));
        }

        return Take('}') ? Value(JsonKind.Object, start) with { Members = members } : Fail("',' or '}' is expected");
    }

    private JsonValue? ReadArray(int depth)
    {
        int start = _position++;
        List<JsonValue> items = [];
        SkipSpace();
        if (Current != ']')
        {
            do
            {
                if (ReadValue(depth + 1) is not JsonValue item)
                {
                    return null;
                }

                items.Add(item);
                SkipSpace();
            }
            while (Take(','));
        }

        return Take(']') ? Value(JsonKind.Array, start) with { Items = items } : Fail("',' or ']' is expected");
    }

    private JsonValue? ReadText()
    {
        int start = _position++;
        StringBuilder text = new();
        while (Current != '"')
        {
            if (IsAtEnd || Current < ' ')
            {
                return Fail("'\"' is expected at the end of a text");
            }

            char next = _text[_position++];
            if (next != '\\')
            {
                text.Append(next);
            }
            else if (ReadEscape() is char escaped)
            {
                text.Append(escaped);
            }
            else
            {
                return Fail("an escape is malformed");
            }
        }

        _position++;
        return Value(JsonKind.Text, start, text.ToString());
    }

    private char? ReadEscape()
    {
        char escape = Current;
        _position++;
        switch (escape)
        {
            case '"' or '\\' or '/':
                return escape;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                _position += 4;
                return (char)unit;
            default:
                return null;
        }
    }

    private JsonValue? ReadNumber()
    {
        int start = _position;
        Take('-');
        bool isValid = Take('0') || TakeDigits();
        if (isValid && Take('.'))
        {
            isValid = TakeDigits();
        }

        if (isValid && (Take('e') || Take('E')))
        {
            _ = Take('+') || Take('-');
            isValid = TakeDigits();
        }

        return isValid ? Value(JsonKind.Number, start, _text.Substring(start, _position - start)) : Fail("a number is malformed");
    }

    private JsonValue? ReadWord(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            return Fail("a value is expected");
        }

        int start = _position;
        _position += word.Length;
        return Value(kind, start);
    }

    private JsonValue Value(JsonKind kind, int start, string text = "") => new(kind, start, _position, text, [], []);

    private JsonValue? Fail(string problem)
    {
        _error ??= (problem, Math.Min(_position, _text.Length));
        return null;
    }

    private bool Take(char expected)
    {
        bool isTaken = !IsAtEnd && Current == expected;
        _position += isTaken ? 1 : 0;
        return isTaken;
    }

    private bool TakeDigits()
    {
        int start = _position;
        while (Current is >= '0' and <= '9')
        {
            _position++;
        }

        return _position > start;
    }

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }
}
