using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TypedMetadata;

/// <summary>What a request says of its deadline: a feature of its <see cref="HttpContext"/>.</summary>
internal sealed class CallDeadline
{
    private const string Header = "grpc-timeout";

    private CallDeadline(Deadline value, bool isMalformed)
    {
        Value = value;
        IsMalformed = isMalformed;
    }

    /// <summary>Counted from the moment the call arrived; infinite when it says none, or none that can be read.</summary>
    internal Deadline Value { get; }

    internal bool IsMalformed { get; }

    /// <summary>The deadline of a call that did not come over a network.</summary>
    internal static CallDeadline Given(Deadline value) => new(value, isMalformed: false);

    /// <summary>
    /// Reads the header, and leaves only what grpc-dotnet reads as we do. It takes several values for none, nine digits for a timeout, and
    /// throws for nine large ones.
    /// </summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="elapsed">The time since the call arrived.</param>
    /// <param name="clock">The server's clock.</param>
    internal static CallDeadline Receive(IHeaderDictionary headers, TimeSpan elapsed, TimeProvider clock)
    {
        if (!headers.TryGetValue(Header, out StringValues fields))
        {
            return new(Deadline.Infinite, isMalformed: false);
        }

        // Not ToString, which leaves out empty fields.
        string joined = string.Join(',', (IEnumerable<string?>)fields);
        if (!Deadline.TryParseGrpcTimeout(joined, out TimeSpan timeout))
        {
            headers.Remove(Header);
            return new(Deadline.Infinite, isMalformed: true);
        }

        if (joined.Contains(','))
        {
            headers[Header] = joined.Split(',', StringSplitOptions.TrimEntries).First(item => Deadline.TryParseGrpcTimeout(item, out TimeSpan one) && one == timeout);
        }

        return new(timeout == TimeSpan.MaxValue ? Deadline.Infinite : Deadline.After(timeout - elapsed, clock), isMalformed: false);
    }
}
