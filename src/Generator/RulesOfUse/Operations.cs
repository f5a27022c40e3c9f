using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetadata.Generator.RulesOfUse;

/// <summary>Looks at an operation through what C# wraps around it.</summary>
internal static class Operations
{
    // What a params span gathers, in compilers that have them. Roslyn 4.8 has no name for it yet.
    private const OperationKind CollectionExpression = (OperationKind)0x7f;

    /// <summary>The text that the compiler knows an operation to be, or null.</summary>
    internal static string? ConstantText(this IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>What is given for a parameter, whatever the order of the arguments.</summary>
    internal static IOperation? For(this ImmutableArray<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    /// <summary>Without the conversions of the language itself. One that a type declares is a call of its own.</summary>
    internal static IOperation Unconverted(this IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>The values that an argument hands over: itself, or what a params parameter or an array gathers.</summary>
    internal static IEnumerable<IOperation> Leaves(this IOperation argument)
    {
        IOperation value = argument.Unconverted();
        IEnumerable<IOperation>? gathered = value switch
        {
            IArrayCreationOperation array => array.Initializer?.ElementValues,
            { Kind: CollectionExpression } => value.ChildOperations,
            _ => null,
        };
        return gathered is null ? [value] : gathered.SelectMany(Leaves);
    }

    /// <summary>What a text is made of: the holes of an interpolated string and the operands of a concatenation, else itself.</summary>
    internal static IEnumerable<IOperation> TextParts(this IOperation text)
    {
        IOperation value = text.Unconverted();
        IEnumerable<IOperation>? parts = value switch
        {
            IInterpolatedStringOperation interpolated => interpolated.Parts.Select(HoleOf).OfType<IOperation>(),
            IInterpolatedStringHandlerCreationOperation handler => [handler.Content],
            IInterpolatedStringAdditionOperation sum => [sum.Left, sum.Right],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.LeftOperand, sum.RightOperand],
            _ => null,
        };
        return parts is null ? [value] : parts.SelectMany(TextParts);
    }

    private static IOperation? HoleOf(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation interpolation => interpolation.Expression,
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append } => append.Arguments.For(append.TargetMethod.IsExtensionMethod ? 1 : 0),
        _ => null,
    };

    /// <summary>What <c>?.</c> returns when there is something to ask.</summary>
    internal static IOperation WhenNotNull(this IOperation operation)
    {
        while (operation is IConditionalAccessOperation access)
        {
            operation = access.WhenNotNull;
        }

        return operation;
    }

    /// <summary>Whether an operation, or what stands before its <c>?.</c>, is a property of a call at a server.</summary>
    internal static bool IsServerProperty(this IOperation? operation, string name, UsageSymbols known) =>
        operation?.Unconverted().BeforeNullCheck() is IPropertyReferenceOperation { Property: IPropertySymbol property }
        && property.Name == name
        && known.IsServerCall(property.ContainingType);

    private static IOperation? BeforeNullCheck(this IOperation operation)
    {
        if (operation is not IConditionalAccessInstanceOperation)
        {
            return operation;
        }

        IOperation child = operation;
        IOperation? parent = operation.Parent;
        while (parent is not null && !(parent is IConditionalAccessOperation access && access.WhenNotNull == child))
        {
            child = parent;
            parent = parent.Parent;
        }

        return (parent as IConditionalAccessOperation)?.Operation.Unconverted();
    }
}
