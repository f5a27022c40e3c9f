using System.Diagnostics;
using System.Reflection;

namespace TypedMetadata.Reliability.Secrets;

/// <summary>What is shown of an object to whoever prints it or stops at it in a debugger.</summary>
internal static class Shown
{
    internal static IEnumerable<(string Channel, string Text)> Of(SecretRecord record)
    {
        yield return ("ToString", record.ToString());
        yield return ("debugger", DisplayOf(record));
        foreach ((string channel, string text) in ViewOf(record))
        {
            yield return (channel, text);
        }
    }

    internal static IEnumerable<(string Channel, string Text)> Of(Exception exception)
    {
        yield return ("exceptions", exception.ToString());
        yield return ("exceptions", string.Join(' ', exception.Data.Values.Cast<object>()));
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            yield return ("exceptions", one.Message);
        }

        if (exception is MetadataException bad)
        {
            yield return ("exceptions", string.Join(' ', bad.Errors));
        }

        if (exception is Grpc.Core.RpcException failed)
        {
            yield return ("statuses", $"{failed.Status} {failed.Status.Detail} {failed.Status.DebugException}");
        }
    }

    private static string DisplayOf(object shown)
    {
        string display = shown.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value ?? "";
        return display.StartsWith("{ToString()", StringComparison.Ordinal) ? $"{shown}" : throw new InvalidOperationException($"The debugger shows '{display}' of {shown.GetType()}, which this test cannot evaluate.");
    }

    private static IEnumerable<(string Channel, string Text)> ViewOf(object shown)
    {
        string name = shown.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()?.ProxyTypeName
            ?? throw new InvalidOperationException($"{shown.GetType()} has no view for a debugger.");
        Type proxy = Type.GetType(name, throwOnError: true)!;
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        object view = Activator.CreateInstance(proxy, Any, binder: null, [shown], culture: null)!;
        return proxy.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => ("debugger", Text(property.GetValue(view))));
    }

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        string text => text,
        System.Collections.IEnumerable items => string.Join(' ', items.Cast<object?>().Select(Text)),
        _ => $"{value}",
    };
}
