using System.Diagnostics.CodeAnalysis;

using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>Completes a read: creates the record, or collects its errors.</summary>
internal static class RecordReading
{
    /// <summary>Tries to create the record from the values of the reader.</summary>
    internal static bool TryCreate<T>(ref MetadataReader reader, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        try
        {
            value = DescriptorOf<T>.Value.Create(ref reader);
        }
        catch (Exception exception) when (reader.IsConstructing)
        {
            // The message of a user's exception may contain the value, so only the name of its type is kept.
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

    /// <summary>Tries to read a plain record in one pass. If it returns false, <see cref="MetadataReader"/> must read the record.</summary>
    internal static bool TryCreate<T>(HeaderFields fields, [MaybeNullWhen(false)] out T value)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(fields);
        try
        {
            value = DescriptorOf<T>.Value.Create(fields);
            return fields.IsRead && value is not null;
        }
        catch (Exception) when (fields.IsConstructing)
        {
            // MetadataReader throws it again and reports it.
            value = default;
            return false;
        }
    }

    /// <summary>Returns the start of the message of a failed read.</summary>
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
