using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedMetadata.Generator.RulesOfRecords;

/// <summary>A rule that a record breaks, and where. The analyzer reports it; a skeleton repeats its message.</summary>
internal sealed class RecordDiagnostic(DiagnosticDescriptor rule, Location location, params object[] arguments)
{
    private readonly object[] _arguments = [.. arguments.Select(Printable)];

    internal DiagnosticDescriptor Rule { get; } = rule;

    internal Location Location { get; } = location;

    /// <summary>What a code fix has to know.</summary>
    internal ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    internal bool IsStructural => Rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    internal string Text =>
        Rule.Id + ": " + string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat.ToString(CultureInfo.InvariantCulture), _arguments);

    /// <summary>The same diagnostic, reported elsewhere.</summary>
    internal RecordDiagnostic At(Location place) => new(Rule, place, _arguments) { Properties = Properties };

    internal Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Properties, _arguments);

    /// <summary>An argument without control characters, which a terminal or a build log would obey or lose.</summary>
    internal static object Printable(object argument) => argument is string text && text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString()))
        : argument;
}
