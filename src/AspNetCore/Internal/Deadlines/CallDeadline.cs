using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TypedMetadata;

/// <summary>What a request says of its deadline.</summary>
/// <param name="Value">Counted from the moment the call arrived; infinite when it says none, or none that can be read.</param>
/// <param name="IsMalformed">Whether it says something that cannot be read.</param>
internal readonly record struct CallDeadline(Deadline Value, bool IsMalformed = false)
{
    private const string Header = "grpc-timeout";

    // Too short to be a timeout: grpc-dotnet ignores it, and a look at the header tells that there was one.
    private const string Unreadable = "-";

    /// <summary>
    /// Whether grpc-dotnet would read the header otherwise than we do. It takes several values for none, nine digits for a timeout, and throws for nine
    /// large ones.
    /// </summary>
    internal static bool NeedsRepair(IHeaderDictionary headers) =>
        headers.TryGetValue(Header, out StringValues fields)
        && !(fields.Count == 1 && fields[0] is string field && !field.Contains(',') && Deadline.TryParseGrpcTimeout(field, out _));

    /// <summary>Reads the header, and leaves only what grpc-dotnet reads as we do.</summary>
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
