using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Typed access to a <see cref="Metadata"/>: whole records, and single keys.</summary>
public static class MetadataExtensions
{
    /// <summary>Reads a record of any position: a <see cref="Metadata"/> does not know which it is.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">Where to read. It is not changed, and the record keeps nothing of it.</param>
    /// <exception cref="MetadataException">A value is missing or invalid. The exception has every error.</exception>
    public static T Read<T>(this Metadata metadata)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return MetadataSource.Read<T>(metadata, position: null);
    }

    /// <summary>Reads a record, or returns its errors.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">Where to read.</param>
    /// <param name="value">The record, when the result is true.</param>
    /// <param name="errors">Every error, empty when the result is true.</param>
    public static bool TryRead<T>(this Metadata metadata, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return MetadataSource.TryRead<T>(metadata, out value!, out errors);
    }

    /// <summary>Reads a record, or returns false.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">Where to read.</param>
    /// <param name="value">The record, when the result is true.</param>
    public static bool TryRead<T>(this Metadata metadata, [NotNullWhen(true)] out T? value)
        where T : IGrpcMetadata<T> => metadata.TryRead(out value, out _);

    /// <summary>Writes a record: its keys replace any that are there. When a value cannot be written nothing is changed.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">Where to write.</param>
    /// <param name="value">The record. A null property removes its key.</param>
    /// <exception cref="MetadataException">A value cannot be written. The exception has every error.</exception>
    public static void Write<T>(this Metadata metadata, T value)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(metadata);
        MetadataSource.Write(metadata, value);
    }

    /// <summary>Makes a new <see cref="Metadata"/> of a record, in code that takes any record. A record itself has a method of the same name.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="value">The record.</param>
    /// <exception cref="MetadataException">A value cannot be written. The exception has every error.</exception>
    public static Metadata ToMetadata<T>(this T value)
        where T : IGrpcMetadata<T> =>
        MetadataWriter.Entries(value, DescriptorOf<T>.Value.Layout.Positions == MetadataPositions.Request ? MetadataPositions.Request : null);

    /// <summary>The one value of a key.</summary>
    /// <exception cref="MetadataException">The key is absent, came with several different values, or its value is bad.</exception>
    public static T Get<T>(this Metadata metadata, MetadataKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGet(metadata, key, out T? value, out MetadataError? error)
            ? value
            : throw key.Exception(error ?? KeyErrors.Missing(key.Name));
    }

    /// <summary>Gets the one value of a key.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, when the result is true.</param>
    /// <returns>False when the key is absent, has several different values, or has a malformed one.</returns>
    public static bool TryGet<T>(this Metadata metadata, MetadataKey<T> key, [MaybeNullWhen(false)] out T value) =>
        TryGet(metadata, key, out value, out _);

    /// <summary>Gets the one value of a key, or the error of its value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, when the result is true.</param>
    /// <param name="error">What is wrong with the value; null when the key is absent, or the result is true.</param>
    /// <returns>False when the key is absent, has several different values, or has a malformed one.</returns>
    public static bool TryGet<T>(this Metadata metadata, MetadataKey<T> key, [MaybeNullWhen(false)] out T value, out MetadataError? error)
    {
        ArgumentNullException.ThrowIfNull(key);
        value = default;
        error = null;
        WireValue wire = KeyEntries.Of(metadata, key.Name);
        if (!wire.IsPresent)
        {
            return false;
        }

        error = key.Read(wire, out value);
        return error is null;
    }

    /// <summary>
    /// Every value of a key in order, empty when it is absent. A binary entry is split on commas; a text entry is one value.
    /// </summary>
    /// <exception cref="MetadataException">A value is invalid.</exception>
    public static IReadOnlyList<T> GetAll<T>(this Metadata metadata, MetadataKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        List<T> values = [];
        foreach (WireValue item in KeyEntries.Items(metadata, key.Name))
        {
            if (key.Read(item, out T? value) is MetadataError error)
            {
                throw key.Exception(error);
            }

            values.Add(value!);
        }

        return values;
    }

    /// <summary>Writes a value: it replaces every value of the key. When it cannot be written nothing is changed.</summary>
    /// <exception cref="MetadataException">The value cannot be written, or the key is gRPC's or HTTP's own.</exception>
    public static void Set<T>(this Metadata metadata, MetadataKey<T> key, T value)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(key);
        Metadata.Entry entry = key.Write(value);
        KeyEntries.Remove(metadata, key.Name);
        metadata.Add(entry);
    }
}
