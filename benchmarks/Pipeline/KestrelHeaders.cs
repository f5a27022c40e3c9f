using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TypedMetadata.Benchmarks.Pipeline;

/// <summary>Kestrel's own collections of headers, which look names up and keep values as no public collection does.</summary>
internal static class KestrelHeaders
{
    internal static IHeaderDictionary OfRequest() => Create("HttpRequestHeaders");

    internal static IHeaderDictionary OfResponse() => Create("HttpResponseHeaders");

    internal static IHeaderDictionary OfTrailers() => Create("HttpResponseTrailers");

    private static IHeaderDictionary Create(string name)
    {
        Type type = typeof(KestrelServer).Assembly.GetType("Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http." + name, throwOnError: true)!;
        ConstructorInfo constructor = type.GetConstructors().Single();
        object[] defaults = [.. constructor.GetParameters().Select(_ => Type.Missing)];
        return (IHeaderDictionary)constructor.Invoke(BindingFlags.OptionalParamBinding, null, defaults, null);
    }
}
