using TypedMetadata.Internal;

namespace TypedMetadata.Unit;

/// <summary>
/// Private members that make calls faster are there in the versions that we are tested with. Where one goes the product still works, only slower: <c>.ci/paths</c> runs the tests
/// without them.
/// </summary>
public sealed class PrivateMemberTests
{
    [Fact]
    public void Entries_are_made_by_the_private_constructor()
    {
        Assert.True(UncheckedEntry.IsWorking, "Metadata.Entry, or Metadata, of this version of Grpc.Core.Api has other private members.");
        byte[] bytes = [1, 2];
        Assert.Same(bytes, UncheckedEntry.BytesOf(UncheckedEntry.Bytes("a-bin", bytes)));
        Assert.Equal("AQI", UncheckedEntry.Text("a-bin", "AQI").Value);
        Assert.Empty(UncheckedEntry.NewMetadata(8));
    }

    [Fact]
    public void Wrapped_content_shares_the_headers_of_the_inner_one() =>
        Assert.True(EndingContent.SharesHeaders, "HttpContent of this version of .NET keeps its headers elsewhere.");
}
