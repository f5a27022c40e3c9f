using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>A constant key that is looked up in a raw <c>Metadata</c>.</summary>
internal sealed class RawRead
{
    private readonly IInvocationOperation _call;

    private RawRead(IInvocationOperation call, IOperation key, string name)
    {
        _call = call;
        Key = key;
        Name = name;
    }

    internal IOperation Key { get; }

    internal string Name { get; }

    internal string Method => _call.TargetMethod.Name;

    internal IOperation? Receiver => _call.Instance;

    /// <summary>The method's name where it is called.</summary>
    internal Location MethodLocation => ((_call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => _call.Syntax,
    }).GetLocation();

    internal static RawRead? Of(IInvocationOperation call, UsageSymbols known) =>
        call.TargetMethod is { Name: "Get" or "GetAll" or "GetValue" or "GetValueBytes", Parameters.Length: 1 }
        && UsageSymbols.Same(call.TargetMethod.ContainingType, known.Metadata)
        && call.Arguments.For(0) is IOperation key
        && key.ConstantText() is string name
            ? new RawRead(call, key, name)
            : null;
}
