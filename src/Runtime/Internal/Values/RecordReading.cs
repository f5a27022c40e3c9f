using System.Diagnostics.CodeAnalysis;

using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The end of every read: the record, or all that is wrong with it.</summary>
internal static class RecordReading
{
    /// <summary>Constructs the record of what was pushed into the reader.</summary>
    internal static bool TryCreate<T>(ref MetadataReader reader, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        try
        {
            value = DescriptorOf<T>.Value.Create(ref reader);
        }
        catch (Exception exception) when (reader.IsConstructing)
        {
            // The message of a user's exception may hold the value, so only its type's name is kept.
            reader.Add(KeyErrors.Rejected(DescriptorOf<T>.Value.Layout.Record, exception));
            value = default;
        }

        reader.TakeValidationErrors();
        errors = reader.Errors;
        if (!reader.HasErrors)
        {
            return value is not null;
        }

        value = default;
        return false;
    }

    /// <summary>Reads a plain record in one pass. False says that the general reader has to look.</summary>
    internal static bool TryCreate<T>(HeaderFields fields, [MaybeNullWhen(false)] out T value)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(fields);
        try
        {
            return DescriptorOf<T>.Value.TryCreate(fields, out value);
        }
        catch (Exception) when (fields.IsConstructing)
        {
            // The general reader meets it again, and reports it.
            value = default;
            return false;
        }
    }

    /// <summary>What to start the message of a failed read with.</summary>
    internal static string Subject<T>(MetadataPositions? position)
        where T : IGrpcMetadata<T>
    {
        string where = position switch
        {
            MetadataPositions.Request => "request metadata",
            MetadataPositions.Initial => "initial metadata",
            MetadataPositions.Trailing => "trailing metadata",
            _ => "metadata",
        };
        return $"'{DescriptorOf<T>.Value.Layout.Record}' cannot be read from the {where}";
    }
}
