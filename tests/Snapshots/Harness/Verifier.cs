using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace TypedMetadata.Snapshots.Harness;

/// <summary>
/// Compares text with a verified file. A missing or different file fails, with a line diff; the environment variable
/// ACCEPT_SNAPSHOTS=1 writes it instead.
/// </summary>
internal static class Verifier
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Verify(string actual, string path)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual, _utf8);
            return;
        }

        Assert.True(File.Exists(path), $"{Path.GetFileName(path)} is missing: run with ACCEPT_SNAPSHOTS=1, then read and commit it. It would be:\n{actual}");
        string verified = File.ReadAllText(path);
        if (verified != actual)
        {
            Assert.Fail($"{Path.GetFileName(path)} differs (- verified, + now):\n{Diff(verified, actual)}");
        }
    }

    private static string Diff(string verified, string actual)
    {
        IEnumerable<string> lines = InlineDiffBuilder.Diff(verified, actual).Lines
            .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => (line.Type is ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join('\n', lines);
    }
}
