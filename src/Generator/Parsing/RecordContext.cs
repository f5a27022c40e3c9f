using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;

namespace TypedMetadata.Generator.Parsing;

/// <summary>One record while it is parsed: its declaration, the symbols that count, and what is found to be wrong.</summary>
internal sealed class RecordContext
{
    private readonly Lazy<TypeModel> _record;

    internal RecordContext(INamedTypeSymbol type, AttributeData attribute, KnownSymbols known, CancellationToken cancellation)
    {
        Shape = new RecordShape(type, attribute, cancellation);
        Known = known;
        Cancellation = cancellation;
        _record = new Lazy<TypeModel>(() => TypeModelBuilder.Of(type, attribute, known.Compilation, cancellation));
    }

    private RecordContext(RecordContext other)
    {
        Shape = other.Shape;
        Known = other.Known;
        Cancellation = other.Cancellation;
        Enums = other.Enums;
        _record = other._record;
    }

    internal RecordShape Shape { get; }

    /// <summary>The model of the declaration. Only for a type that can have another part.</summary>
    internal TypeModel Record => _record.Value;

    internal KnownSymbols Known { get; }

    /// <summary>What the record's generated part may use.</summary>
    internal TargetModel Target => Targets.In(Known.Compilation);

    internal EnumCodecs Enums { get; } = new();

    internal List<RecordDiagnostic> Diagnostics { get; } = [];

    internal CancellationToken Cancellation { get; }

    /// <summary>The same record, with diagnostics of its own: for what is reported elsewhere, or not as it stands.</summary>
    internal RecordContext Aside() => new(this);

    /// <summary>Another record that this one holds or derives from.</summary>
    internal RecordContext Of(INamedTypeSymbol type) => new(type, Known.Find(type, Known.GrpcMetadata)!, Known, Cancellation);

    internal void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) => Diagnostics.Add(new RecordDiagnostic(rule, location, arguments));
}
