using System.Globalization;
using System.Numerics;
using Grpc.Core;

namespace TypedMetadata.Unit.Keys;

/// <content>Types that the core for .NET Standard does not have.</content>
public sealed partial class MetadataKeyTests
{
    [Fact]
    public void Any_type_that_parses_its_invariant_text_can_be_a_value()
    {
        MetadataKey<BigInteger> huge = MetadataKey.Text<BigInteger>("huge");
        Assert.Equal(BigInteger.Pow(2, 200), new Metadata { { "huge", BigInteger.Pow(2, 200).ToString(null, CultureInfo.InvariantCulture) } }.Get(huge));
        Metadata metadata = [];
        metadata.Set(MetadataKey.Text<Int128>("big"), Int128.MaxValue);
        Assert.Equal(Int128.MaxValue, metadata.Get(MetadataKey.Text<Int128>("big")));
        metadata.Set(MetadataKey.Text<DateTime>("when"), DateTime.UnixEpoch);
        Assert.Equal("1970-01-01T00:00:00Z", metadata.GetValue("when"));
    }
}
