using System.Net.Http.Headers;
using Grpc.Core;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>The header fields of a request as Grpc.Net.Client leaves them, and as the specification wants them.</summary>
internal static class RequestFields
{
    /// <summary>
    /// Makes one field of each key, in one pass: values joined by commas without a space, where HttpClient would put a space, which some receivers
    /// take for part of the value; <c>-bin</c> values without padding.
    /// </summary>
    /// <returns>What the fields take then, as PROTOCOL-HTTP2.md counts it.</returns>
    /// <exception cref="RpcException">
    /// A value is not printable ASCII. With CR, LF or NUL in it the server would close the connection, with every other call on it.
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

    // A record and CallCredentials may both bring it. HTTP has it once (RFC 9110, section 11.6.2), and joined by a comma no server reads it.
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
