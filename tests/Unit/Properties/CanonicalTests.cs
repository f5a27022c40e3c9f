using System.Net;
using System.Net.Sockets;
using CsCheck;
using Grpc.Core;
using TypedMetadata.CompilerServices;

namespace TypedMetadata.Unit.Properties;

/// <summary>A value has one spelling, and what it takes is what is counted.</summary>
public sealed class CanonicalTests
{
    // Only Linux has names that start with NUL.
    private static readonly string[] _pathStarts = OperatingSystem.IsLinux() ? ["", "/", "//", "@", "\0", "\0/", "\0//", "\0a\0"] : ["", "/", "//", "@"];
    private static readonly TimeProvider _standing = new StandingClock();

    [Fact]
    public void Record_has_one_encoding() => Values.Whole.Sample(
        record =>
        {
            Metadata written = record.ToMetadata();
            Assert.Equal(Spelled(written), Spelled(written.Read<Everything>().ToMetadata()));
        },
        iter: Cases.Each);

    [Fact]
    public void Bytes_are_unpadded_base64_and_sizes_count_every_entry() => Values.Whole.Sample(
        record =>
        {
            MetadataWriter writer = MetadataWriter.Headers(record, MetadataPositions.Initial);
            Metadata entries = record.ToMetadata();
            int size = 0;
            for (int slot = 0; slot < LayoutOf<Everything>().Keys.Length; slot++)
            {
                if (writer.Value(slot).Text is string field)
                {
                    string key = LayoutOf<Everything>().Keys[slot].Key;
                    Metadata.Entry entry = entries.Get(key)!;
                    Assert.Equal(entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value, field);
                    size += key.Length + field.Length + 32;
                }
            }

            Assert.Equal(size, writer.Size());
        },
        iter: Cases.Each);

    [Fact]
    public void Peer_s_text_is_that_peer() =>
        Gen.OneOf(
            Gen.Select(Values.Address, Gen.Int[0, 65535], (address, port) => Peer.FromEndPoint(new IPEndPoint(address, port))),
            Gen.Select(Gen.Int[0, _pathStarts.Length - 1], Values.Text, (start, rest) => Peer.FromEndPoint(new UnixDomainSocketEndPoint(_pathStarts[start] + rest)))).Sample(
            peer =>
            {
                Assert.True(Peer.TryParse(peer.ToString(), out Peer? read));
                Assert.Equal(peer, read);
                Assert.Equal(peer.ToString(), read.ToString());
            },
            iter: Cases.Each);

    // Beyond 292 years a timeout is none: its nanoseconds are more than 64 bits hold.
    [Fact]
    public void Timeout_that_is_sent_is_the_time_that_is_left_or_a_little_more() => Gen.Long[1, TimeSpan.FromDays(200 * 365).Ticks].Sample(
        ticks =>
        {
            TimeSpan left = new(ticks);
            string sent = Deadline.After(left, _standing).ToGrpcTimeout()!;
            Assert.True(Deadline.TryParseGrpcTimeout(sent, out TimeSpan read));

            // A finer unit has a thousand at most for one of the next, so what did not fit in eight digits of it has five of the next.
            Assert.InRange((read - left).Ticks, 0, (ticks / 99_999) + 1);
            Assert.True(Deadline.TryParseGrpcTimeout(Deadline.After(read, _standing).ToGrpcTimeout(), out TimeSpan sentOn));
            Assert.Equal(read, sentOn);
        },
        iter: Cases.Each);

    private static MetadataLayout LayoutOf<T>()
        where T : IGrpcMetadata<T> => T.Descriptor.Layout;

    private static IEnumerable<(string Key, string Value)> Spelled(Metadata metadata) =>
        metadata.Select(entry => (entry.Key, entry.IsBinary ? Convert.ToHexString(entry.ValueBytes) : entry.Value));

    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
