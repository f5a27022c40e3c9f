namespace TypedMetadata.Browser;

/// <summary>A test that is skipped where Chromium is not installed. With CI=true it fails instead.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.ReasonToSkip;
}

/// <summary>A test with data that is skipped where Chromium is not installed. With CI=true it fails instead.</summary>
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Chromium.ReasonToSkip;
}
