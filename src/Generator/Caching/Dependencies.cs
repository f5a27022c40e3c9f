using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.Caching;

/// <summary>All that a record's model may depend on beside its own node: what is declared under the names that it mentions, directly or through another.</summary>
internal sealed class Dependencies
{
    // A record that reaches more is parsed each time: to compare so many would be no cheaper.
    private const int MostNames = 256;
    private readonly ProjectSettings _settings;
    private readonly KeyValuePair<string, NamedDeclarations>[] _names;

    private Dependencies(ProjectSettings settings, KeyValuePair<string, NamedDeclarations>[] names)
    {
        _settings = settings;
        _names = names;
    }

    /// <summary>What the node depends on, or null where that is too much to remember.</summary>
    internal static Dependencies? Of(SyntaxNode record, ProjectDeclarations project)
    {
        Dictionary<string, NamedDeclarations> found = new(StringComparer.Ordinal);
        Queue<IEnumerable<string>> mentioned = new([ReferencedNames.In(record), project.Settings.GlobalNames]);
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

                NamedDeclarations declared = project.Find(name);
                found.Add(name, declared);
                foreach (SyntaxNode declaration in declared.Types)
                {
                    mentioned.Enqueue(ReferencedNames.In(declaration));
                }
            }
        }

        return new Dependencies(project.Settings, [.. found]);
    }

    internal bool StillHoldIn(ProjectDeclarations project)
    {
        if (!_settings.Equals(project.Settings))
        {
            return false;
        }

        foreach (KeyValuePair<string, NamedDeclarations> name in _names)
        {
            if (!project.Find(name.Key).IsSameAs(name.Value))
            {
                return false;
            }
        }

        return true;
    }
}
