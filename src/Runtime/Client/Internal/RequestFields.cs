using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Converts the header fields of a request from the form of Grpc.Net.Client to the form of the gRPC specification.</summary>
internal static class RequestFields
{
    /// <summary>
    /// Joins the values of each key into one field, and removes the padding of <c>-bin</c> values, in one pass. Values are joined with commas without a space: HttpClient would add
    /// a space, which some receivers treat as part of the value.
    /// </summary>
    /// <returns>The size of the fields, as PROTOCOL-HTTP2.md counts it.</returns>
    /// <exception cref="RpcException">
    /// A value is not printable ASCII. CR, LF or NUL would make the server close the connection, which ends all other calls on it.
    /// </exception>
    internal static int Prepare(HttpRequestHeaders headers)
    {
        int size = 0;
        List<KeyValuePair<string, string>>? rewritten = null;
        foreach ((string key, HeaderStringValues values) in headers.NonValidated)
        {
            string? only = values.Count == 1 ? values.ToString() : null;
            if (only is not null)
            {
                Check(key, only);
                if (!only.EndsWith('=') || !KeyGrammar.IsBinary(key))
                {
                    size += WireSize.Of(key, only);
                    continue;
                }
            }
            else
            {
                foreach (string value in values)
                {
                    Check(key, value);
                }

                if (values.Count != 0 && ReservedKeys.IsCredentialOfHttp(key))
                {
                    string credential = OnlyCredential(key, values);
                    (rewritten ??= []).Add(new(key, credential));
                    size += WireSize.Of(key, credential);
                    continue;
                }

                if (values.Count == 0 || (!KeyGrammar.IsBinary(key) && ReservedKeys.IsOwnedByHttp(key.ToLowerInvariant())))
                {
                    size += RequestBlock.SizeOf(key, values);
                    continue;
                }
            }

            string joined = only is null ? Joined(values, KeyGrammar.IsBinary(key)) : UnpaddedBase64.WithoutPadding(only).ToString();
            (rewritten ??= []).Add(new(key, joined));
            size += WireSize.Of(key, joined);
        }

        foreach ((string key, string value) in rewritten ?? [])
        {
            headers.Remove(key);
            headers.TryAddWithoutValidation(key, value);
        }

        return size;
    }

    // A record and CallCredentials may both set it. HTTP allows one value (RFC 9110, section 11.6.2), and no server accepts values joined with a comma.
    private static string OnlyCredential(string key, HeaderStringValues values)
    {
        string first = values.First();
        return values.All(value => value == first)
            ? first
            : throw new RpcException(new Status(StatusCode.Internal, $"The request metadata was not sent. '{key.ToLowerInvariant()}' has different values in the call's headers and in its call credentials. Set it in one place."));
    }

    private static void Check(string key, string value)
    {
        if (!TextRules.IsPrintableAscii(value))
        {
            throw new RpcException(new Status(StatusCode.Internal, $"The request metadata was not sent. {KeyErrors.NotPrintable(key).Message}"));
        }
    }

    private static string Joined(HeaderStringValues values, bool isBinary)
    {
        string[] items = new string[values.Count];
        int count = 0;
        foreach (string value in values)
        {
            items[count++] = isBinary ? UnpaddedBase64.WithoutPadding(value).ToString() : value;
        }

        return string.Join(',', items);
    }
}
