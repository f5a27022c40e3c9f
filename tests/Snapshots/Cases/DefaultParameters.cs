using System;
using System.Collections.Generic;
using TypedMetadata;

namespace Acme;

[GrpcMetadata]
public sealed partial record KeysWithDefaults(
    bool Yes = true,
    bool No = false,
    char Letter = '\'',
    byte Small = 200,
    short Negative = -3,
    uint Unsigned = 4_000_000_000,
    long Large = long.MinValue,
    ulong Largest = ulong.MaxValue,
    decimal Price = 1.50m,
    float Ratio = 0.1f,
    double Exact = 0.1,
    double NotANumber = double.NaN,
    double Up = double.PositiveInfinity,
    double Down = double.NegativeInfinity,
    float NoNumber = float.NaN,
    float Above = float.PositiveInfinity,
    float Below = float.NegativeInfinity,
    string Text = "tab\t\"quote\" \u2028",
    DayOfWeek Day = DayOfWeek.Friday,
    Guid Id = default,
    Uri? Link = null,
    int? Count = null);

// A parameter that is no key is always what it is by default.
[GrpcMetadata]
public sealed partial record IgnoredWithDefaults(
    string Name,
    [property: MetadataIgnore] string Quieted = null!,
    [property: MetadataIgnore] string? Note = null,
    [property: MetadataIgnore] List<string>? Items = null,
    [property: MetadataIgnore] int? Count = null,
    [property: MetadataIgnore] DayOfWeek? Day = DayOfWeek.Monday,
    [property: MetadataIgnore] DateTimeOffset Time = default,
    [property: MetadataIgnore] ulong Largest = ulong.MaxValue,
    [property: MetadataIgnore] float Half = 0.5f,
    [property: MetadataIgnore] bool Flag = true);
