using System.Reflection;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Internal;

/// <summary>The descriptor of a record that was compiled with the core for .NET Standard. Interfaces have no static members there, so an attribute of the record has it.</summary>
internal static class AttributedDescriptor<T>
{
    private static MetadataDescriptor<T>? _value;

    internal static MetadataDescriptor<T> Value => _value ??= typeof(T).GetCustomAttribute<MetadataRecordAttribute>(inherit: false)?.Descriptor as MetadataDescriptor<T>
        ?? throw new InvalidOperationException($"'{typeof(T).Name}' has no generated code: make it a [GrpcMetadata] partial record.");
}
