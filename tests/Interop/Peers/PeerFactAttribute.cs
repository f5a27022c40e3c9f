using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TypedMetadata.Interop.Peers;

/// <summary>A test that is skipped where the peer that its class needs is not installed.</summary>
[XunitTestCaseDiscoverer("TypedMetadata.Interop.Peers." + nameof(PeerFactDiscoverer), "TypedMetadata.Interop")]
internal sealed class PeerFactAttribute : FactAttribute
{
    /// <summary>A peer that never answers fails its test, not the run.</summary>
    public PeerFactAttribute() => Timeout = 120_000;
}

/// <summary>Makes the test cases of <see cref="PeerFactAttribute"/>. xunit calls it by name.</summary>
internal sealed class PeerFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new PeerTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

/// <summary>A test case that looks for its peer before it runs.</summary>
internal sealed class PeerTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer")]
    public PeerTestCase()
    {
    }

    internal PeerTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(sink, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) => base.GetSkipReason(factAttribute) ?? ReasonToSkip();

    private string? ReasonToSkip()
    {
        NeedsPeerAttribute? needs = ((IReflectionTypeInfo)TestMethod.TestClass.Class).Type.GetCustomAttributes(typeof(NeedsPeerAttribute), inherit: true)
            .Cast<NeedsPeerAttribute>().SingleOrDefault();
        return needs is null ? null : Installation.ReasonToSkip(needs.Peer);
    }
}
