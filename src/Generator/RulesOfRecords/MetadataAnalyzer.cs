using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMetadata.Generator.Parsing;

namespace TypedMetadata.Generator.RulesOfRecords;

/// <summary>Reports the diagnostics of each metadata record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MetadataAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.NotPartial,
        Rules.NotARecord,
        Rules.Generic,
        Rules.NoKeys,
        Rules.FileLocal,
        Rules.IgnoredWithoutDefault,
        Rules.NameTaken,
        Rules.Circle,
        Rules.BadBase,
        Rules.NotSealed,
        Rules.InitializersNotRun,
        Rules.NoConstructor,
        Rules.LacksPosition,
        Rules.MalformedKey,
        Rules.UpperCaseKey,
        Rules.BinaryWithoutSuffix,
        Rules.TextWithSuffix,
        Rules.GrpcKey,
        Rules.HttpKey,
        Rules.ContentHeader,
        Rules.SameKey,
        Rules.BadPrefix,
        Rules.CredentialNotSensitive,
        Rules.DerivedKey,
        Rules.TraceKey,
        Rules.DroppedByNginx,
        Rules.NoWireForm,
        Rules.BadConverter,
        Rules.PercentEncodedValue,
        Rules.BadMap,
        Rules.BadItems,
        Rules.BadFormat,
        Rules.MisplacedKey,
        Rules.IdleOption,
        Rules.NullableWithDefault,
        Rules.EmptyOrNull,
        Rules.SameEnumName,
        Rules.BinaryListInRequest,
        Rules.PrintsItself);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A record in generated code that gets no code of ours must still say why.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.In(start.Compilation) is KnownSymbols known)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (known.Find(type, known.GrpcMetadata) is not AttributeData attribute)
        {
            return;
        }

        foreach (RecordDiagnostic diagnostic in RecordParser.Parse(type, attribute, known, context.CancellationToken).Diagnostics)
        {
            if (diagnostic.IsStructural || !context.IsGeneratedCode)
            {
                context.ReportDiagnostic(diagnostic.ToDiagnostic());
            }
        }
    }
}
