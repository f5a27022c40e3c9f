using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Stands on every record that has generated code, so that what knows its type alone (an attribute of ours names it) can use it without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public abstract class MetadataRecordAttribute : Attribute
{
    /// <summary>Gets or sets the keys of properties that are not public, each with its kind, such as <c>Derived:tenant-id</c>: for the compiler's side of other assemblies, which do not see the properties.</summary>
    public string[] HiddenKeys { get; set; } = [];

    /// <summary>Gets the record's <see cref="MetadataDescriptor{T}"/> if the record was compiled with the core for .NET Standard; otherwise null, because its interface has the descriptor.</summary>
    public virtual object? Descriptor => null;

    /// <summary>Hands the record's type to a visitor.</summary>
    public abstract void Accept(IRecordVisitor visitor);
}

/// <summary>The attribute of one record.</summary>
/// <typeparam name="T">The record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MetadataRecordAttribute<T> : MetadataRecordAttribute
    where T : IGrpcMetadata<T>
{
    /// <inheritdoc/>
    public override void Accept(IRecordVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit<T>();
    }
}

/// <summary>Does something with a record whose type it did not know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordVisitor
{
    /// <summary>Called with the record's type.</summary>
    void Visit<T>()
        where T : IGrpcMetadata<T>;
}
