using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata.Unit.Records;

/// <content>Lists in HTTP headers.</content>
public sealed partial class ListTests
{
    [Fact]
    public void Server_writes_a_field_for_each_item()
    {
        Assert.Equal(["AQ", "", "Ag"], Header(new Lists { Blocks = [[1], [], [2]] }).Texts!);
        Assert.False(Header(new Lists()).IsPresent);
        MetadataException exception = Assert.Throws<MetadataException>(() => Header(new Lists { Blocks = [[]] }));
        Assert.Equal(MetadataErrorKind.Empty, Assert.Single(exception.Errors).Kind);

        static WireValue Header(Lists lists) => MetadataWriter.Headers(lists, MetadataPositions.Initial).Value(3);
    }
}
