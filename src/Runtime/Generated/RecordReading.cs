using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedMetadata.Generated;

/// <summary>The end of every read: the record, or all that is wrong with it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordReading
{
    /// <summary>Constructs the record of what was pushed into the reader.</summary>
    public static bool TryCreate<T>(ref MetadataReader reader, [MaybeNullWhen(false)] out T value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        try
        {
            value = T.Create(ref reader);
        }
        catch (Exception exception) when (reader.IsConstructing)
        {
            // The message of a user's exception may hold the value, so only its type's name is kept.
            reader.Add(Codecs.FieldErrors.Refused(T.Layout.Record, exception));
            value = default;
        }

        reader.TakeRefusals<T>();
        errors = reader.Errors;
        if (!reader.HasErrors)
        {
            return value is not null;
        }

        value = default;
        return false;
    }

    /// <summary>Reads a plain record in one pass. False says that the general reader has to look.</summary>
    public static bool TryCreate<T>(HeaderFields fields, [MaybeNullWhen(false)] out T value)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(fields);
        try
        {
            return T.TryCreate(fields, out value);
        }
        catch (Exception) when (fields.IsConstructing)
        {
            // The general reader meets it again, and reports it.
            value = default;
            return false;
        }
    }

    /// <summary>What to start the message of a failed read with.</summary>
    public static string Subject<T>(MetadataDirections? direction)
        where T : IGrpcMetadata<T>
    {
        string where = direction switch
        {
            MetadataDirections.Request => "request metadata",
            MetadataDirections.Initial => "initial metadata",
            MetadataDirections.Trailing => "trailing metadata",
            _ => "metadata",
        };
        return $"'{T.Layout.Record}' cannot be read from the {where}";
    }
}
