using System.Globalization;

namespace TypedMetadata.Tests;

/// <summary>Runs what is inside it under a culture.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    internal CultureScope(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

    internal CultureScope(string name)
        : this(new CultureInfo(name))
    {
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
