using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Caching;

/// <summary>All that a record's model may depend on beside its own node: what is declared under the names that it mentions, directly or through another.</summary>
internal sealed class Dependencies
{
    // A record that reaches more is parsed each time: to compare so many would be no cheaper.
    private const int MostNames = 256;
    private readonly ProjectSettings _settings;
    private readonly KeyValuePair<string, Declared>[] _names;

    private Dependencies(ProjectSettings settings, KeyValuePair<string, Declared>[] names)
    {
        _settings = settings;
        _names = names;
    }

    /// <summary>What the node depends on, or null where that is too much to remember.</summary>
    internal static Dependencies? Of(SyntaxNode record, ProjectNames project)
    {
        Dictionary<string, Declared> found = new(StringComparer.Ordinal);
        Queue<IEnumerable<string>> mentioned = new([MentionedNames.In(record), project.Settings.GlobalNames]);
        while (mentioned.Count != 0)
        {
            foreach (string name in mentioned.Dequeue())
            {
                if (found.ContainsKey(name))
                {
                    continue;
                }

                if (found.Count == MostNames)
                {
                    return null;
                }

                Declared declared = project.Find(name);
                found.Add(name, declared);
                foreach (SyntaxNode declaration in declared.Types)
                {
                    mentioned.Enqueue(MentionedNames.In(declaration));
                }
            }
        }

        return new Dependencies(project.Settings, [.. found]);
    }

    internal bool StillHoldIn(ProjectNames project)
    {
        if (!_settings.Equals(project.Settings))
        {
            return false;
        }

        foreach (KeyValuePair<string, Declared> name in _names)
        {
            if (!project.Find(name.Key).IsSameAs(name.Value))
            {
                return false;
            }
        }

        return true;
    }
}
