using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using Grpc.Core;

namespace TypedMetadata.Interop.Canaries;

/// <summary>All that an object says of itself: to code, to whoever logs it, and to a debugger.</summary>
internal static class Printed
{
    private const int MostLevels = 4;

    internal static string All(object? value, bool withTrailers = true)
    {
        StringBuilder text = new();
        Add(text, value, level: 0);
        if (withTrailers)
        {
            AddTrailers(text, value as Exception);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, object? value, int level)
    {
        if (value is null || level == MostLevels)
        {
            return;
        }

        text.AppendLine(value.ToString());
        switch (value)
        {
            case string:
                break;
            case Exception exception:
                AddException(text, exception, level);
                break;
            case Metadata.Entry entry:
                AddEntry(text, entry);
                break;
            case IEnumerable items:
                foreach (object? item in items)
                {
                    Add(text, item, level + 1);
                }

                break;
            default:
                AddDebuggerView(text, value, level);
                break;
        }
    }

    private static void AddException(StringBuilder text, Exception exception, int level)
    {
        text.AppendLine(exception.Message);
        Add(text, exception.Data.Keys, level + 1);
        Add(text, exception.Data.Values, level + 1);
        Add(text, exception.InnerException, level: 0);
        if (exception is MetadataException metadata)
        {
            Add(text, metadata.Errors, level + 1);
        }

        if (exception is RpcException call)
        {
            Add(text, call.Status.Detail, level + 1);
            Add(text, call.Status.DebugException, level: 0);
        }
    }

    private static void AddTrailers(StringBuilder text, Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            Add(text, (exception as RpcException)?.Trailers, level: 0);
        }
    }

    private static void AddEntry(StringBuilder text, Metadata.Entry entry)
    {
        if (entry.IsBinary)
        {
            text.AppendLine(Convert.ToHexString(entry.ValueBytes));
            text.AppendLine(entry.Key == "grpc-status-details-bin" ? Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes).ToString() : null);
        }
    }

    // What a debugger shows in its line for the object, and when that is opened.
    private static void AddDebuggerView(StringBuilder text, object value, int level)
    {
        Type type = value.GetType();
        string? display = type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value;
        Assert.True(display is null or "{ToString(),nq}" || type.Assembly != typeof(Printed).Assembly, $"{type} has a debugger display that this test does not read: {display}");
        string? proxy = type.GetCustomAttribute<DebuggerTypeProxyAttribute>()?.ProxyTypeName;
        if (proxy is null)
        {
            return;
        }

        object view = Activator.CreateInstance(Type.GetType(proxy, throwOnError: true)!, value)!;
        foreach (PropertyInfo property in view.GetType().GetProperties())
        {
            text.AppendLine(property.Name);
            Add(text, property.GetValue(view), level + 1);
        }
    }
}
