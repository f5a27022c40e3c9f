namespace TypedMetadata.Packaging.Harness;

/// <summary>A test that needs NativeAOT's linker. With <c>CI=true</c> it fails without it.</summary>
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        if (!Tools.Has("clang") && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "NativeAOT's linker is not installed: apt-get install clang zlib1g-dev.";
        }
    }
}
