using CsCheck;

namespace TypedMetadata.Unit.Properties;

/// <summary>Every type, written and read back equal in every culture.</summary>
public sealed class TypeTests
{
    public static TheoryData<string> Names => [.. Values.Setters.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Type_round_trips(string property) => Culture.RoundTripInEach(Values.Setters[property].Select(set => set(new Everything())));

    [Fact]
    public void All_of_them_round_trip_together() => Culture.RoundTripInAny(Values.Whole);
}
