namespace TypedMetadata.Interop.RawHttp2;

/// <summary>Puts the frames of one stream together.</summary>
internal sealed class AnswerBuilder
{
    private readonly List<IReadOnlyList<RawField>> _headerBlocks = [];
    private readonly List<byte> _openBlock = [];
    private readonly List<byte> _data = [];
    private bool _openBlockEndsStream;
    private RawEnding? _ending;
    private uint? _resetError;

    public bool IsComplete => _ending is not null;

    public void Add(Frame frame)
    {
        switch (frame.Type)
        {
            case FrameType.Headers:
                _openBlockEndsStream = frame.Has(FrameFlags.EndStream);
                AddToBlock(frame.Content, frame.Has(FrameFlags.EndHeaders));
                break;
            case FrameType.Continuation:
                AddToBlock(frame.Payload, frame.Has(FrameFlags.EndHeaders));
                break;
            case FrameType.Data:
                AddData(frame);
                break;
            case FrameType.ResetStream:
                _resetError = frame.UInt32At(0);
                _ending = RawEnding.Reset;
                break;
        }
    }

    public RawAnswer Build(uint? goAwayError) =>
        new(_headerBlocks, [.. _data], _ending ?? RawEnding.GoAway, _resetError, goAwayError);

    private void AddToBlock(ReadOnlySpan<byte> fragment, bool isLast)
    {
        _openBlock.AddRange(fragment);
        if (!isLast)
        {
            return;
        }

        _headerBlocks.Add(HpackDecoder.Decode(_openBlock.ToArray()));
        _openBlock.Clear();
        if (_openBlockEndsStream)
        {
            _ending = RawEnding.HeaderBlock;
        }
    }

    private void AddData(Frame frame)
    {
        _data.AddRange(frame.Content);
        if (frame.Has(FrameFlags.EndStream))
        {
            _ending = RawEnding.Data;
        }
    }
}
