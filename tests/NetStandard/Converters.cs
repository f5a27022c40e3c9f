// An interface for .NET Standard has no default members: there a converter says itself what it expects.
namespace TypedMetadata.Unit.Records
{
    public sealed partial class SpotConverter
    {
        string ITextMetadataConverter<Spot>.Expected => NetStandard.Expected.Text;

        string IBinaryMetadataConverter<Spot>.Expected => NetStandard.Expected.Binary;
    }

    public sealed partial class AreaText
    {
        string ITextMetadataConverter<Area>.Expected => NetStandard.Expected.Text;
    }

    public sealed partial class ThrowingConverter
    {
        string IBinaryMetadataConverter<Area>.Expected => NetStandard.Expected.Binary;
    }
}

namespace TypedMetadata.Unit.NetStandard
{
    internal static class Expected
    {
        internal const string Text = "a value in the format of this key";
        internal const string Binary = "bytes in the format of this key";
    }
}
