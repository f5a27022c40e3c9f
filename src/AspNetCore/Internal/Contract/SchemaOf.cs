using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Returns the schema of a record whose type is not known at compile time.</summary>
internal sealed class SchemaOf : IRecordVisitor
{
    private MetadataSchema? _schema;

    private SchemaOf()
    {
    }

    /// <summary>Returns the schema.</summary>
    /// <exception cref="InvalidOperationException">The type is not a metadata record.</exception>
    internal static MetadataSchema Type(Type record)
    {
        SchemaOf visitor = new();
        Contracts.RecordOf(record).Accept(visitor);
        return visitor._schema!;
    }

    void IRecordVisitor.Visit<T>() => _schema = MetadataSchema.Of<T>();
}
