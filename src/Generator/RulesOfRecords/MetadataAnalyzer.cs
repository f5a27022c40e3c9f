using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
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
        RecordRuleDescriptors.IdleValidate,
        RecordRuleDescriptors.FieldIsNoKey,
        RecordRuleDescriptors.NotSeen,
        RecordRuleDescriptors.HidesKeys,
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
        RecordRuleDescriptors.TraceKey,
        RecordRuleDescriptors.DroppedByNginx,
        RecordRuleDescriptors.UnknownConstant,
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
        RecordRuleDescriptors.PrintsItself,
        RecordRuleDescriptors.TracedSecret);

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
                start.RegisterOperationAction(operation => HiddenClassRule.Check((IPropertyReferenceOperation)operation.Operation, operation.ReportDiagnostic), OperationKind.PropertyReference);
                ConcurrentQueue<RecordDiagnostic> notSeen = new();
                start.RegisterSymbolAction(symbol => Analyze(symbol, known, notSeen), SymbolKind.NamedType);

                // Of a build alone: an editor may show a record before its code is generated.
                start.RegisterCompilationEndAction(end =>
                {
                    foreach (RecordDiagnostic diagnostic in notSeen)
                    {
                        end.ReportDiagnostic(diagnostic.ToDiagnostic());
                    }
                });
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known, ConcurrentQueue<RecordDiagnostic> notSeen)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (known.Find(type, known.GrpcMetadata) is not AttributeData attribute)
        {
            return;
        }

        ParsedRecord parsed = RecordParser.Parse(type, attribute, known, context.CancellationToken);
        if (GeneratedPart.WhatIsMissing(type, parsed.Model, context.CancellationToken) is (string problem, string remedy))
        {
            notSeen.Enqueue(new RecordDiagnostic(RecordRuleDescriptors.NotSeen, type.Locations[0], type.Name, problem, remedy));
        }

        foreach (RecordDiagnostic diagnostic in parsed.Diagnostics)
        {
            if (diagnostic.IsStructural || !context.IsGeneratedCode)
            {
                context.ReportDiagnostic(diagnostic.ToDiagnostic());
            }
        }
    }
}
