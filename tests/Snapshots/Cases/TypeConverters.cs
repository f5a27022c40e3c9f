using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

public abstract class Amounts : ITextMetadataConverter<Amount>
{
    public string Format(Amount value) => $"{value.Cents}";

    public bool TryParse(string text, out Amount value)
    {
        value = new(text.Length);
        return true;
    }
}

public sealed class InCents : Amounts;

public sealed class InWords : Amounts;

public readonly struct PlaceText : ITextMetadataConverter<Place>
{
    public string Format(Place value) => value.City;

    public bool TryParse(string text, out Place value)
    {
        value = new(text);
        return true;
    }
}

[MetadataConverter(typeof(InCents))]
public readonly record struct Amount(int Cents);

[GrpcMetadata]
public sealed partial record Place(string City);

[GrpcMetadata]
public sealed partial record TypeConverters(
    Amount Total,
    Amount? Tip,
    IReadOnlyList<Amount> Items,
    [MetadataConverter(typeof(InWords))] Amount Spelled,
    [MetadataConverter(typeof(InWords))] Amount[] SpelledItems,
    [MetadataConverter(typeof(PlaceText))] Place Place);
