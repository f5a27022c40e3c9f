namespace TypedMetadata.Codecs;

/// <summary>What came for one key: nothing, one field (text or bytes), or a list of them.</summary>
internal static class FieldContent
{
    internal static object Add(object? content, object field)
    {
        switch (content)
        {
            case null:
                return field;
            case List<object> several:
                several.Add(field);
                return several;
            default:
                return new List<object> { content, field };
        }
    }
}
