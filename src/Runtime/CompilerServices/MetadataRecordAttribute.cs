using System.ComponentModel;

namespace TypedMetadata.CompilerServices;

/// <summary>Marks a record that has generated code, so that code which knows only its <see cref="Type"/> can use it without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public abstract class MetadataRecordAttribute : Attribute
{
    /// <summary>Gets or sets the keys of properties that are not public, each with its kind, such as <c>Derived:tenant-id</c>. The analyzer reads them in other assemblies, where these properties are not visible.</summary>
    public string[] HiddenKeys { get; set; } = [];

    /// <summary>Gets the record's <see cref="MetadataDescriptor{T}"/> if the record was compiled with the core for .NET Standard; otherwise null, because its interface has the descriptor.</summary>
    public virtual object? Descriptor => null;

    /// <summary>Passes the type of the record to a visitor.</summary>
    public abstract void Accept(IRecordVisitor visitor);
}

/// <summary>Marks a record that has generated code.</summary>
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

/// <summary>Visits a record whose type is not known at compile time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecordVisitor
{
    /// <summary>Visits a record.</summary>
    void Visit<T>()
        where T : IGrpcMetadata<T>;
}
