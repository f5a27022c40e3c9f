using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace TypedMetadata;

/// <summary>
/// What a client is told of its bad request metadata: never more than it needs to repair them, nor more than fits into a response, however
/// much it sent.
/// </summary>
internal static class RejectionStatus
{
    private const int MostText = 1000;
    private const int MostViolations = 16;
    private const int MostDetails = 4 * 1024;

    // Google.Api.CommonProtos has it since 2.17, which asks for a Google.Protobuf that an application may not have.
    private static readonly FieldDescriptor? _reason = BadRequest.Types.FieldViolation.Descriptor.FindFieldByName("reason");

    // Who fails these learns nothing of what else the service expects.
    private static readonly StatusCode[] _silent = [StatusCode.Unauthenticated, StatusCode.PermissionDenied];

    /// <summary>The status, and the <c>google.rpc.Status</c> beside it if it has details.</summary>
    /// <param name="subject">What could not be read, to start the message with.</param>
    /// <param name="keys">Everything that is wrong.</param>
    internal static (Status Status, byte[]? Details) Of(string subject, IReadOnlyList<RejectedKey> keys)
    {
        foreach (StatusCode silent in _silent)
        {
            MetadataError[] named = [.. keys.Where(key => key.Status == silent).Select(key => key.Error)];
            if (named.Length != 0)
            {
                return (new Status(silent, Text(subject, named)), null);
            }
        }

        StatusCode code = keys.Select(key => key.Status).FirstOrDefault(status => status != StatusCode.InvalidArgument, StatusCode.InvalidArgument);
        MetadataError[] errors = [.. keys.Select(key => key.Error)];
        string text = Text(subject, errors);
        return (new Status(code, text), Details(code, text, errors));
    }

    /// <summary>What is wrong, in words that fit into a header or a line of a log. What two records say alike is said once.</summary>
    internal static string Text(string subject, IEnumerable<MetadataError> errors)
    {
        string[] messages = [.. errors.Select(error => error.Message).Distinct()];
        string text = subject + ":";
        for (int i = 0; i < messages.Length; i++)
        {
            string longer = $"{text} {messages[i]}";
            if (SizeOnWire(longer) > MostText)
            {
                return $"{text} And {messages.Length - i} more.";
            }

            text = longer;
        }

        return text;
    }

    // grpc-message is UTF-8, of which all but printable ASCII is percent-encoded.
    private static int SizeOnWire(string text) => Encoding.UTF8.GetBytes(text).Sum(one => one is >= 0x20 and < 0x7F and not (byte)'%' ? 1 : 3);

    private static byte[] Details(StatusCode code, string text, MetadataError[] errors)
    {
        MetadataError[] ofEachKey = [.. errors.DistinctBy(error => error.Key)];
        BadRequest request = new();
        int size = Encoding.UTF8.GetByteCount(text);
        foreach (MetadataError error in ofEachKey.Take(MostViolations))
        {
            BadRequest.Types.FieldViolation violation = new() { Field = error.Key, Description = error.Message };
            _reason?.Accessor.SetValue(violation, error.Kind.ToString());
            size += violation.CalculateSize();
            if (size > MostDetails)
            {
                break;
            }

            request.FieldViolations.Add(violation);
        }

        int left = ofEachKey.Length - request.FieldViolations.Count;
        if (left != 0)
        {
            request.FieldViolations.Add(new BadRequest.Types.FieldViolation { Description = $"and {left} more" });
        }

        return new Google.Rpc.Status { Code = (int)code, Message = text, Details = { Any.Pack(request) } }.ToByteArray();
    }
}
