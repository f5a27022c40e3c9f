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
        RecordRuleDescriptors.NotPartial,
        RecordRuleDescriptors.NotARecord,
        RecordRuleDescriptors.Generic,
        RecordRuleDescriptors.NoKeys,
        RecordRuleDescriptors.FileLocal,
        RecordRuleDescriptors.IgnoredWithoutDefault,
        RecordRuleDescriptors.NameTaken,
        RecordRuleDescriptors.Circle,
        RecordRuleDescriptors.BadBase,
        RecordRuleDescriptors.NotSealed,
        RecordRuleDescriptors.InitializersNotRun,
        RecordRuleDescriptors.NoConstructor,
        RecordRuleDescriptors.LacksPosition,
        RecordRuleDescriptors.MalformedKey,
        RecordRuleDescriptors.UpperCaseKey,
        RecordRuleDescriptors.BinaryWithoutSuffix,
        RecordRuleDescriptors.TextWithSuffix,
        RecordRuleDescriptors.GrpcKey,
        RecordRuleDescriptors.HttpKey,
        RecordRuleDescriptors.ContentHeader,
        RecordRuleDescriptors.SameKey,
        RecordRuleDescriptors.BadPrefix,
        RecordRuleDescriptors.CredentialNotSensitive,
        RecordRuleDescriptors.DerivedKey,
        RecordRuleDescriptors.TraceKey,
        RecordRuleDescriptors.DroppedByNginx,
        RecordRuleDescriptors.NoWireForm,
        RecordRuleDescriptors.BadConverter,
        RecordRuleDescriptors.PercentEncodedValue,
        RecordRuleDescriptors.BadMap,
        RecordRuleDescriptors.BadItems,
        RecordRuleDescriptors.BadSpelling,
        RecordRuleDescriptors.MisplacedKey,
        RecordRuleDescriptors.IdleOption,
        RecordRuleDescriptors.NullableWithDefault,
        RecordRuleDescriptors.EmptyOrNull,
        RecordRuleDescriptors.SameEnumName,
        RecordRuleDescriptors.BinaryListInRequest,
        RecordRuleDescriptors.PrintsItself);

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
