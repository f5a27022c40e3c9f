using System.Reflection;
using Xunit.Sdk;

namespace TypedMetadata.Interop.Calls;

/// <summary>Runs a theory with each kind of call.</summary>
internal sealed class EveryCallKindAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<CallKind>().Select(kind => new object[] { kind });
}
