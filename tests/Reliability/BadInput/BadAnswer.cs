using TypedMetadata.Interop.Calls;
using TypedMetadata.Interop.RawHttp2;
using TypedMetadata.Reliability.Wire;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>Which part of an answer the bad fields are in.</summary>
internal enum AnswerPosition
{
    Initial,
    Trailing,
    TrailersOnly,
}

/// <summary>A bad answer to a call of a kind.</summary>
internal sealed record BadAnswer(BadCase Case, AnswerPosition Position, CallKind Kind)
{
    private static readonly RawField[] _badge = [new("holder", "server"), new("stamp-bin", "AQID")];

    /// <summary>The answer's frames, with a good record beside the bad fields.</summary>
    internal IEnumerable<Frame> Frames(int stream, RawField[] head, RawField ok) => Position switch
    {
        AnswerPosition.Initial => RawServerConnection.Answer(stream, Block([.. head, .. _badge]), [.. _badge, ok]),
        AnswerPosition.Trailing => RawServerConnection.Answer(stream, [.. head, .. _badge], Block([.. _badge, ok])),
        _ => RawServerConnection.Block(stream, Block([.. head, .. _badge, new("grpc-status", "7")]), ends: true),
    };

    // A field of HTTP's own stands in place of the right one, and those with a colon first.
    private RawField[] Block(RawField[] right)
    {
        bool replaces = Case.Place == Place.AsProtocolField;
        RawField[] all = [.. right.Where(field => !replaces || field.Name != Case.Fields[0].Name), .. Case.Fields];
        return replaces ? [.. all.OrderBy(field => field.Name.StartsWith(':') ? 0 : 1)] : all;
    }

    public override string ToString() => $"{Kind}, {Position}, {Case}";
}
