using CsCheck;
using TypedMetadata.Internal;

namespace TypedMetadata.Unit.Keys;

/// <summary>The look-up of keys by name, on which every reader stands.</summary>
public sealed class KeyTableTests
{
    // Long ones too, and more names than there are buckets.
    private static readonly Gen<string> _names = Gen.Char["abz09-_."].Array[1, 140].Select(letters => new string(letters));

    [Fact]
    public void Every_name_is_found_in_either_case_and_no_other_is() =>
        Gen.Select(_names.Array[0, 80], _names.Array[80]).Sample(given =>
        {
            string[] names = [.. given.Item1.Distinct()];
            KeyTable table = new();
            for (int slot = 0; slot < names.Length; slot++)
            {
                Assert.True(table.TryAdd(names[slot], slot));
            }

            for (int slot = 0; slot < names.Length; slot++)
            {
                Assert.Equal(slot, table.SlotOf(names[slot]));
                Assert.Equal(slot, table.SlotOf(names[slot].ToUpperInvariant()));
                Assert.False(table.TryAdd(names[slot], 0));
            }

            Assert.All(given.Item2.Except(names).Append(""), other => Assert.Equal(-1, table.SlotOf(other)));
        });
}
