using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Codecs;
using TypedMetadata.Keys;

namespace TypedMetadata;

/// <summary>The header fields of a request as Grpc.Net.Client leaves them, and as the specification wants them.</summary>
internal static class RequestFields
{
    /// <summary>
    /// Fails the call of a value outside printable ASCII. With CR, LF or NUL in it the server would close the connection, with every
    /// other call on it.
    /// </summary>
    internal static void StopBadValues(HttpRequestHeaders headers)
    {
        foreach ((string key, HeaderStringValues values) in headers.NonValidated)
        {
            foreach (string value in values)
            {
                if (!TextRules.IsPrintableAscii(value))
                {
                    string problem = FieldErrors.NotPrintable(key).Message;
                    throw new RpcException(new Status(StatusCode.Internal, $"The request metadata was not sent. {problem}"));
                }
            }
        }
    }

    /// <summary>
    /// Makes one field of each key: values joined by commas without a space, where HttpClient would put a space, which some receivers
    /// take for part of the value; <c>-bin</c> values without padding.
    /// </summary>
    internal static void JoinValues(HttpRequestHeaders headers)
    {
        List<KeyValuePair<string, string>>? rewritten = null;
        foreach ((string key, HeaderStringValues values) in headers.NonValidated)
        {
            bool isBinary = KeyGrammar.IsBinary(key);
            if (values.Count > 1 ? isBinary || !ReservedKeys.IsOwnedByHttp(key.ToLowerInvariant()) : isBinary && values.ToString().EndsWith('='))
            {
                (rewritten ??= []).Add(new(key, Joined(values, isBinary)));
            }
        }

        foreach ((string key, string value) in rewritten ?? [])
        {
            headers.Remove(key);
            headers.TryAddWithoutValidation(key, value);
        }
    }

    private static string Joined(HeaderStringValues values, bool isBinary)
    {
        string[] items = new string[values.Count];
        int count = 0;
        foreach (string value in values)
        {
            items[count++] = isBinary ? Unpadded(value) : value;
        }

        return string.Join(',', items);
    }

    private static string Unpadded(string value)
    {
        ReadOnlySpan<char> text = UnpaddedBase64.WithoutPadding(value);
        return text.Length == value.Length ? value : text.ToString();
    }
}
