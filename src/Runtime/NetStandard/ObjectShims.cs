using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace TypedMetadata;

/// <summary>Members of other types that newer frameworks have.</summary>
internal static class ObjectShims
{
    extension(ArgumentNullException)
    {
        internal static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (argument is null)
            {
                throw new ArgumentNullException(name);
            }
        }
    }

    extension(Enum)
    {
        internal static Array GetValuesAsUnderlyingType(Type type) => Enum.GetValues(type);
    }

    extension(X509Certificate2 certificate)
    {
        internal ReadOnlyMemory<byte> RawDataMemory => certificate.RawData;
    }
}
