using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Extension methods that read and write records and single keys of a <see cref="Metadata"/>.</summary>
public static class MetadataExtensions
{
    /// <summary>Reads a record from a <see cref="Metadata"/>. The record may be of any position.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <returns>The record. It is a copy, which later changes of the metadata do not affect.</returns>
    /// <exception cref="MetadataException">A key is missing or its value is invalid. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    public static T Read<T>(this Metadata metadata)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return MetadataSource.Read<T>(metadata, position: null);
    }

    /// <summary>Tries to read a record from a <see cref="Metadata"/>, and returns the errors if that fails.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="value">The record, if the method returns true.</param>
    /// <param name="errors">All errors. The list is empty if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    public static bool TryRead<T>(this Metadata metadata, [NotNullWhen(true)] out T? value, out IReadOnlyList<MetadataError> errors)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return MetadataSource.TryRead<T>(metadata, out value!, out errors);
    }

    /// <summary>Tries to read a record from a <see cref="Metadata"/>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="value">The record, if the method returns true.</param>
    /// <returns>True if the record was read; false if a key is missing or a value is invalid.</returns>
    public static bool TryRead<T>(this Metadata metadata, [NotNullWhen(true)] out T? value)
        where T : IGrpcMetadata<T> => metadata.TryRead(out value, out _);

    /// <summary>Writes a record to a <see cref="Metadata"/>. Its keys replace existing entries with the same keys.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="metadata">The metadata to write to.</param>
    /// <param name="value">The record. A null property removes its key.</param>
    /// <exception cref="MetadataException">A value cannot be written. The metadata is unchanged. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    public static void Write<T>(this Metadata metadata, T value)
        where T : IGrpcMetadata<T>
    {
        ArgumentNullException.ThrowIfNull(metadata);
        MetadataSource.Write(metadata, value);
    }

    /// <summary>Converts a record to a new <see cref="Metadata"/>. Use it in generic code; records have a method of the same name.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="value">The record.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="MetadataException">A value cannot be written. <see cref="MetadataException.Errors"/> contains one error for each problem.</exception>
    public static Metadata ToMetadata<T>(this T value)
        where T : IGrpcMetadata<T> =>
        MetadataWriter.Entries(value, DescriptorOf<T>.Value.Layout.Positions == MetadataPositions.Request ? MetadataPositions.Request : null);

    /// <summary>Gets the value of a key.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value.</returns>
    /// <exception cref="MetadataException">The key is absent, has several different values, or has a malformed value.</exception>
    public static T Get<T>(this Metadata metadata, MetadataKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGet(metadata, key, out T? value, out MetadataError? error)
            ? value
            : throw key.Exception(error ?? KeyErrors.Missing(key.Name));
    }

    /// <summary>Tries to get the value of a key.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, if the method returns true.</param>
    /// <returns>False if the key is absent, has several different values, or has a malformed value.</returns>
    public static bool TryGet<T>(this Metadata metadata, MetadataKey<T> key, [MaybeNullWhen(false)] out T value) =>
        TryGet(metadata, key, out value, out _);

    /// <summary>Tries to get the value of a key, and returns the error if the value is invalid.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, if the method returns true.</param>
    /// <param name="error">The error of the value. It is null if the key is absent or the method returns true.</param>
    /// <returns>False if the key is absent, has several different values, or has a malformed value.</returns>
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
    /// Gets all values of a key, in order. The list is empty if the key is absent.
    /// </summary>
    /// <remarks>A text entry is one value. A binary entry is split at commas, because HTTP clients and proxies join repeated headers with commas.</remarks>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="metadata">The metadata to read from.</param>
    /// <param name="key">The key.</param>
    /// <returns>The values.</returns>
    /// <exception cref="MetadataException">A value is malformed.</exception>
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

    /// <summary>Sets the value of a key. It replaces all existing values of the key.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="metadata">The metadata to write to.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="MetadataException">The value cannot be written, or the key is reserved by gRPC or HTTP. The metadata is unchanged.</exception>
    public static void Set<T>(this Metadata metadata, MetadataKey<T> key, T value)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(key);
        Metadata.Entry entry = key.Write(value);
        KeyEntries.Remove(metadata, key.Name);
        metadata.Add(entry);
    }
}
