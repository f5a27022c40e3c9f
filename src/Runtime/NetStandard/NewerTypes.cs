namespace TypedMetadata.Internal;

/// <summary>The types of values that .NET Standard does not have.</summary>
internal static class NewerTypes
{
    internal static object[] Examples(DateTime time) => [];

    internal static object KeyOf<T>(string name) =>
        throw new NotSupportedException($"'{typeof(T)}' has no text form in TypedMetadata for .NET Standard. Use MetadataKey.Text with a converter.");
}
