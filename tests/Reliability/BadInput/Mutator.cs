using System.Text;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>Spoils a value, a byte or a few at a time. Each character is one byte.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<string> others)
{
    // What parsers stumble over: ends of lines, separators, the edges of printable ASCII and of UTF-8.
    private const string Awkward = "\0\t\n\r ,=%+/-_.:;\"#!~0Aaz\u007f\u0080\u00a0\u00c3\u00e9\u00ed\u00f0\u00ff";

    internal string Mutate(string value, int times)
    {
        for (int i = 0; i < times; i++)
        {
            value = Once(value);
        }

        return value;
    }

    private string Once(string value)
    {
        int at = random.Next(value.Length + 1);
        int end = random.Next(at, value.Length + 1);
        return random.Next(11) switch
        {
            0 when value.Length != 0 => Flip(value, random.Next(value.Length)),
            10 when value.Length != 0 => value[..int.Max(0, at - 1)] + LookAlike() + value[at..],
            1 => value.Insert(at, $"{Awkward[random.Next(Awkward.Length)]}"),
            2 => value.Insert(at, $"{(char)random.Next(' ', 0x7f)}"),
            3 => value.Remove(at, end - at),
            4 => value.Insert(at, value[at..end]),
            5 => value[at..] + value[..at],
            6 => value[..at] + others[random.Next(others.Count)] + value[at..],
            7 when value.Length is > 0 and < 64 => string.Concat(Enumerable.Repeat(value + ",", random.Next(1, 300))),
            8 => new string(Awkward[random.Next(Awkward.Length)], random.Next(1, 9)) + value,
            _ => value + Awkward[random.Next(Awkward.Length)],
        };
    }

    // A letter or a full-width form in UTF-8: .NET's encoders put the ASCII letter that it resembles in its place.
    private string LookAlike() =>
        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes($"{(char)(random.Next(2) == 0 ? random.Next('\u0100', '\u0250') : random.Next('\uff01', '\uff5f'))}"));

    private string Flip(string value, int index) =>
        value[..index] + (char)(value[index] ^ (1 << random.Next(8))) + value[(index + 1)..];
}
