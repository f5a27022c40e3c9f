using System.CommandLine;
using System.Net;
using System.Text;

namespace TypedMetadata.Tool;

/// <summary><c>typedmetadata fetch URL</c></summary>
internal static class FetchCommand
{
    // HTTP/2 without TLS must be requested explicitly. Many gRPC servers support nothing else.
    private static readonly (Version Version, HttpVersionPolicy Policy)[] _ways =
        [(HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrHigher)];

    internal static Command Create()
    {
        Argument<Uri> url = new("URL") { Description = "The address of contract.json, such as https://localhost:5001/typed-metadata/contract.json.", CustomParser = parsed => Parse(parsed) };
        Option<FileInfo> output = new("--output", "-o") { Description = "The file to write. The default is the standard output." };
        Option<string[]> headers = new("--header", "-H") { Description = "A request header, such as 'authorization: Bearer …'. You can repeat the option." };
        Command command = new("fetch", "Fetches the contract of a running server.") { url, output, headers };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(url), parsed.GetValue(output), parsed.GetValue(headers) ?? [], cancellation));
        return command;
    }

    private static Uri? Parse(System.CommandLine.Parsing.ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        argument.AddError($"'{text}' is not an HTTP URL. Start it with http:// or https://.");
        return null;
    }

    private static async Task<int> RunAsync(Uri url, FileInfo? output, string[] headers, CancellationToken cancellation)
    {
        string json;
        try
        {
            json = await GetAsync(url, headers, cancellation);
            ContractJson.Read(json);
        }
        catch (Exception exception) when (exception is HttpRequestException or FormatException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            await Console.Error.WriteLineAsync($"The contract at '{url.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped)}' cannot be fetched. {exception.Message}");
            return ExitCodes.Failure;
        }

        if (output is not null)
        {
            return await ContractFile.WriteAsync(output, json, cancellation);
        }

        await Console.Out.WriteAsync(json);
        return ExitCodes.Success;
    }

    private static async Task<string> GetAsync(Uri url, string[] headers, CancellationToken cancellation)
    {
        // The request headers must not be sent to another server.
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        for (int way = 0; ; way++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, url) { Version = _ways[way].Version, VersionPolicy = _ways[way].Policy };
            foreach (string header in headers)
            {
                if (header.Split(':', 2) is not [string name, string value] || !request.Headers.TryAddWithoutValidation(name.Trim(), value.Trim()))
                {
                    throw new FormatException("A header does not have the form 'name: value'.");
                }
            }

            try
            {
                using HttpResponseMessage response = await http.SendAsync(request, cancellation);
                return response.StatusCode == HttpStatusCode.OK
                    ? Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellation))
                    : throw new FormatException($"The server returned HTTP {(int)response.StatusCode}.");
            }
            catch (HttpRequestException) when (way < _ways.Length - 1)
            {
                // The server does not support this version of HTTP.
            }
        }
    }
}
