using System.Text;

namespace TypedMetadata.Interop.Canaries;

/// <summary>A secret, as the values of all kinds that hold it, and how to find it in a text however it is spelled there.</summary>
internal static class Canary
{
    internal const string Text = "kanarie-" + Core;

    /// <summary>One that only percent-encoding carries.</summary>
    internal const string Unicode = "kan\u00E4rie " + Core;

    // What all texts have in common, whatever stands before it.
    private const string Core = "5e1d07c2";

    internal static readonly byte[] Bytes = Encoding.ASCII.GetBytes(Text);

    internal static readonly Guid Id = new("5eca4a12-7c0d-4b1e-9a57-0c4a4a12e5d1");

    private static readonly string[] _needles = [.. Spellings().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Each spelling that is in the text, with what stands around it.</summary>
    internal static IEnumerable<string> FindIn(string text)
    {
        foreach (string needle in _needles)
        {
            int found = text.IndexOf(needle, StringComparison.OrdinalIgnoreCase);
            if (found >= 0)
            {
                int start = Math.Max(0, found - 300);
                yield return $"[{needle}] in: {text[start..Math.Min(text.Length, found + needle.Length + 100)]}";
            }
        }
    }

    private static IEnumerable<string> Spellings()
    {
        yield return Core;
        yield return $"{Id}";
        foreach (byte[] bytes in new[] { Encoding.ASCII.GetBytes(Core), Id.ToByteArray(), Id.ToByteArray(bigEndian: true) })
        {
            string hex = Convert.ToHexString(bytes);
            yield return hex;
            yield return BitConverter.ToString(bytes);
            yield return BitConverter.ToString(bytes).Replace('-', ' ');
            yield return "%" + BitConverter.ToString(bytes).Replace("-", "%", StringComparison.Ordinal);
            yield return string.Join(", ", bytes);
            for (int before = 0; before < 3; before++)
            {
                string inside = InsideBase64(bytes, before);
                yield return inside;
                yield return inside.Replace('+', '-').Replace('/', '_');
            }
        }
    }

    /// <summary>The characters of base64 that say the bytes alone, where others stand before and behind them.</summary>
    private static string InsideBase64(byte[] bytes, int before)
    {
        string base64 = Convert.ToBase64String([.. new byte[before], .. bytes]);
        return base64[(((before * 8) + 5) / 6)..((before + bytes.Length) * 8 / 6)];
    }
}
