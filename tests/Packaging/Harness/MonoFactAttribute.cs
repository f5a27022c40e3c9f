namespace TypedMetadata.Packaging.Harness;

/// <summary>A test that runs a program of .NET Framework, where Mono is installed: Debian's <c>mono-devel</c>. With <c>CI=true</c> it fails without it.</summary>
internal sealed class MonoFactAttribute : FactAttribute
{
    internal const string Mono = "mono";

    public MonoFactAttribute()
    {
        // The runtime alone lacks what programs for .NET Standard refer to.
        if ((!Tools.Has(Mono) || !Tools.Has("resgen")) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "Mono is not installed: apt-get install mono-devel.";
        }
    }
}
