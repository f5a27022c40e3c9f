using Grpc.Core;
using Library;

namespace Application;

/// <summary>What TMD100 and TMD108 report where somebody asked for it.</summary>
public static class Raw
{
    /// <summary>Raw metadata beside a record of the library.</summary>
    /// <param name="session">The record.</param>
    public static Metadata Headers(Session session)
    {
        Metadata headers = session;
        headers.Add("payload-bin", "text");
        System.Console.WriteLine(headers);
        return headers;
    }
}
