using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>A value on its way into a raw <c>Metadata</c>: <c>Add</c>, a collection initializer or an entry's constructor.</summary>
internal sealed class RawWrite
{
    private RawWrite(IOperation key, IOperation value, bool isBytes, bool isResponse)
    {
        IsResponse = isResponse;
        Key = key;
        Value = value;
        IsBytes = isBytes;
    }

    internal IOperation Key { get; }

    internal IOperation Value { get; }

    internal bool IsBytes { get; }

    /// <summary>Whether it is known to be metadata of a response.</summary>
    internal bool IsResponse { get; }

    internal static RawWrite? Of(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, UsageSymbols known, IOperation? metadata = null)
    {
        bool writes = method switch
        {
            { MethodKind: MethodKind.Constructor } => UsageSymbols.Same(method.ContainingType, known.Entry),
            { Name: "Add" } => UsageSymbols.Same(method.ContainingType, known.Metadata),
            _ => false,
        };
        return writes && method.Parameters.Length == 2 && arguments.For(0) is IOperation key && arguments.For(1) is IOperation value
            ? new RawWrite(key, value, isBytes: method.Parameters[1].Type.SpecialType != SpecialType.System_String, metadata.IsServerProperty("ResponseTrailers", known))
            : null;
    }
}
