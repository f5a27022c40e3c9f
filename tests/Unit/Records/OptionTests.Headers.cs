using TypedMetadata.CompilerServices;

namespace TypedMetadata.Unit.Records;

/// <content>Options in HTTP headers.</content>
public sealed partial class OptionTests
{
    [Fact]
    public void Limit_counts_each_item_of_a_list_in_trailers()
    {
        // text: 4 + 48 + 32; four-bin: 8 + 6 + 32 for four bytes; items: twice 5 + 1 + 32.
        Limited sent = new(new string('x', 48), [1, 2, 3, 4], [1, 2]);
        MetadataException rejected = Assert.Throws<MetadataException>(() => MetadataWriter.Headers(sent, MetadataPositions.Trailing));
        Assert.Contains("'text' 84, 'items' 76, 'four-bin' 46", Assert.Single(rejected.Errors).Message, StringComparison.Ordinal);
    }
}
