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
        if (entry.Last is Parsed last && last.Dependencies.StillHoldIn(project))
        {
            return last.Model;
        }

        ParsedModel? model = parse();
        entry.Last = Dependencies.Of(record, project) is Dependencies dependencies ? new Parsed(model, dependencies) : null;
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

    private sealed record Parsed(ParsedModel? Model, Dependencies Dependencies);
}
