using System.Text;

namespace TypedMetadata;

/// <summary>Creates command lines that call a method with its required request metadata.</summary>
internal static class CallCommand
{
    /// <summary>Returns a command line for grpcurl, which expects the values of <c>-bin</c> keys as base64.</summary>
    internal static string Grpcurl(string service, ContractMethod method, IEnumerable<ContractRecord> request, Server server)
    {
        StringBuilder line = new("grpcurl ");
        line.Append(server.IsPlaintext ? "-plaintext " : "");
        AppendHeaders(line, request);
        return line.Append("-d '{}' ").Append(Quoted(server.Authority)).Append(' ').Append(Quoted($"{service}/{method.Name}")).ToString();
    }

    /// <summary>Returns a command line for curl, which sends an empty message and prints the response headers.</summary>
    internal static string Curl(string service, ContractMethod method, IEnumerable<ContractRecord> request, Server server)
    {
        StringBuilder line = new(@"printf '\0\0\0\0\0' | curl --silent --show-error --dump-header - --output - ");
        line.Append(server.IsPlaintext ? "--http2-prior-knowledge " : "--http2 ").Append("-H 'content-type: application/grpc' -H 'te: trailers' ");
        AppendHeaders(line, request);
        return line.Append("--data-binary @- ").Append(Quoted($"{(server.IsPlaintext ? "http" : "https")}://{server.Authority}/{service}/{method.Name}")).ToString();
    }

    private static void AppendHeaders(StringBuilder line, IEnumerable<ContractRecord> request)
    {
        foreach (ContractKey key in request.SelectMany(static record => record.Keys).Where(static key => key is { Required: true, ReadOnly: false, Prefix: false }))
        {
            line.Append("-H ").Append(Quoted($"{key.Key}: {(key.Sensitive ? "SECRET" : key.Example ?? "VALUE")}")).Append(' ');
        }
    }

    // A shell does not interpret text in single quotes. Characters other than printable ASCII could still affect a terminal.
    private static string Quoted(string text) => $"'{string.Concat(text.Select(static letter => letter is '\'' ? "'\\''" : letter is >= ' ' and <= '~' ? letter.ToString() : "?"))}'";
}

/// <summary>The server in the command lines.</summary>
/// <param name="Authority">The host and port.</param>
/// <param name="IsPlaintext">Whether the server has no TLS.</param>
internal sealed record Server(string Authority, bool IsPlaintext)
{
    /// <summary>A placeholder for an unknown server.</summary>
    internal static Server Unknown { get; } = new("localhost:5000", IsPlaintext: true);
}
