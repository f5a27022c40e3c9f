using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TypedMetadata;

/// <summary>The deadline of a request.</summary>
/// <param name="Value">The deadline, counted from the arrival of the call. It is infinite if there is none or it is malformed.</param>
/// <param name="IsMalformed">Whether the <c>grpc-timeout</c> header is malformed.</param>
internal readonly record struct CallDeadline(Deadline Value, bool IsMalformed = false)
{
    private const string Header = "grpc-timeout";

    // It is too short to be a timeout, so grpc-dotnet ignores it, but the header is still present.
    private const string Unreadable = "-";

    /// <summary>
    /// Returns a value that indicates whether grpc-dotnet would read the header differently: it ignores several values, accepts nine digits, and throws for nine digits with a
    /// large value.
    /// </summary>
    internal static bool NeedsRepair(IHeaderDictionary headers) =>
        headers.TryGetValue(Header, out StringValues fields)
        && !(fields.Count == 1 && fields[0] is string field && !field.Contains(',') && Deadline.TryParseGrpcTimeout(field, out _));

    /// <summary>Reads the header, and rewrites it if grpc-dotnet would read it differently.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="elapsed">The time since the call arrived.</param>
    /// <param name="clock">The server's clock.</param>
    internal static CallDeadline Receive(IHeaderDictionary headers, TimeSpan elapsed, TimeProvider clock)
    {
        if (!headers.TryGetValue(Header, out StringValues fields))
        {
            return new(Deadline.Infinite);
        }

        // Not ToString, which leaves out empty fields.
        string joined = string.Join(',', (IEnumerable<string?>)fields);
        if (!Deadline.TryParseGrpcTimeout(joined, out TimeSpan timeout))
        {
            headers[Header] = Unreadable;
            return new(Deadline.Infinite, IsMalformed: true);
        }

        if (joined.Contains(','))
        {
            headers[Header] = joined.Split(',', StringSplitOptions.TrimEntries).First(item => Deadline.TryParseGrpcTimeout(item, out TimeSpan one) && one == timeout);
        }

        return new(timeout == TimeSpan.MaxValue ? Deadline.Infinite : Deadline.After(timeout - elapsed, clock));
    }
}
