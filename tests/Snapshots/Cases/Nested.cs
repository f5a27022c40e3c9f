using TypedMetadata;

namespace Acme
{
    public static partial class Outer
    {
        internal partial struct Middle
        {
            [GrpcMetadata]
            internal sealed partial record Inner(string Name);
        }

        private partial interface IHidden
        {
            [GrpcMetadata]
            private sealed partial record Secret(string Name);
        }
    }
}
