// What the language asks for and netstandard2.0 does not have. By hand: PolySharp writes these in an order that changes from
// build to build, and with it the bytes of the assembly. Embedded types are invisible to the tests, which see our internals.

using Microsoft.CodeAnalysis;

namespace Microsoft.CodeAnalysis
{
    /// <summary>The compiler hides a type with this attribute from other assemblies.</summary>
    [Embedded]
    internal sealed class EmbeddedAttribute : Attribute;
}

namespace System
{
    /// <summary>A place in a list, for list patterns.</summary>
    [Embedded]
    internal readonly struct Index(int value, bool fromTheEnd = false)
    {
        /// <summary>The place from the start.</summary>
        public int GetOffset(int length) => fromTheEnd ? length - value : value;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>On a method that always throws.</summary>
    [Embedded]
    [AttributeUsage(AttributeTargets.Method, Inherited = false)]
    internal sealed class DoesNotReturnAttribute : Attribute;

    /// <summary>On a parameter that is not null when the method returns this.</summary>
    [Embedded]
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        /// <summary>The result.</summary>
        public bool ReturnValue { get; } = returnValue;
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Marks the setter of an init property.</summary>
    [Embedded]
    internal static class IsExternalInit;
}
