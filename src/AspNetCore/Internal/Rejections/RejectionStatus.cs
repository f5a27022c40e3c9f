using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace TypedMetadata;

/// <summary>
/// Creates the status that a client with invalid request metadata receives. Its size is limited, whatever the client sent.
/// </summary>
internal static class RejectionStatus
{
    private const int MostText = 1000;
    private const int MostViolations = 16;
    private const int MostDetails = 4 * 1024;

    // Google.Api.CommonProtos has this field since 2.17, which requires a newer Google.Protobuf than an application may have.
    private static readonly FieldDescriptor? _reason = BadRequest.Types.FieldViolation.Descriptor.FindFieldByName("reason");

    // A client without authentication or permission must not learn which other keys the service expects.
    private static readonly StatusCode[] _silent = [StatusCode.Unauthenticated, StatusCode.PermissionDenied];

    /// <summary>Returns the status, and the serialized <c>google.rpc.Status</c> with its details, or null without details.</summary>
    /// <param name="subject">The start of the message.</param>
    /// <param name="keys">The errors of all keys.</param>
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

    /// <summary>Returns the messages of the errors as a text that fits into a header and a log line. Equal messages occur once.</summary>
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

    // In grpc-message, all bytes of UTF-8 except printable ASCII are percent-encoded.
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
