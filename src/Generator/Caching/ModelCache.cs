using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;

namespace TypedMetadata.Generator.Caching;

/// <summary>
/// The models that were parsed before. Roslyn asks for every record at every keystroke in any file, since binding may depend on all of
/// them, and binding is most of the work. A model is returned again where nothing has changed that it can depend on: the record's own
/// node, every declaration in the project with a name that the record mentions, or that such a declaration mentions, and
/// what holds for the project as a whole.
/// </summary>
internal static class ModelCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> _models = new();

    /// <summary>The record's model, or null when it has none; parsed only where it must be.</summary>
    internal static ParsedModel? ModelOf(SyntaxNode record, Compilation compilation, Func<ParsedModel?> parse, CancellationToken cancellation)
    {
        ProjectDeclarations project = ProjectDeclarations.In(compilation, cancellation);
        Entry entry = _models.GetOrCreateValue(record);
        if (entry.Last is Parsed last && last.StillHoldsIn(project))
        {
            return last.Model;
        }

        ParsedModel? model = parse();
        entry.Last = new Parsed(model, record, project);
        return model;
    }

    private sealed class Entry
    {
        private volatile Parsed? _last;

        internal Parsed? Last
        {
            get => _last;
            set => _last = value;
        }
    }

    // What a model depends on is looked up when it is asked for again: a build from the command line never does.
    private sealed class Parsed(ParsedModel? model, SyntaxNode record, ProjectDeclarations project)
    {
        private readonly object _lock = new();
        private ProjectDeclarations? _project = project;
        private Dependencies? _dependencies;

        internal ParsedModel? Model { get; } = model;

        internal bool StillHoldsIn(ProjectDeclarations current)
        {
            lock (_lock)
            {
                if (_project is ProjectDeclarations parsedIn)
                {
                    _dependencies = Dependencies.Of(record, parsedIn);
                    _project = null;
                }
            }

            return _dependencies?.StillHoldIn(current) == true;
        }
    }
}
