namespace TypedMetadata.CompilerServices;

/// <summary>A codec that explains why a value has no spelling.</summary>
internal interface IUnwritable
{
    string Unwritable { get; }
}

/// <content>Has an explanation of its own.</content>
public readonly partial struct DateTimeText : IUnwritable;

/// <content>Has an explanation of its own.</content>
public readonly partial struct UtcText<TCodec> : IUnwritable;
