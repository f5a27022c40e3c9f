using System.Globalization;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace TypedMetadata.Unit.Vectors;

/// <summary>Every <c>timeout</c> row: what a server reads and what a client writes.</summary>
public sealed class TimeoutVectorTests
{
    private const string Encode = "encode:";

    public static TheoryData<string> Read => Vector.Ids(vector => IsRead(vector));

    public static TheoryData<string> Written => Vector.Ids(vector => IsWritten(vector));

    [Theory]
    [MemberData(nameof(Read))]
    public void Read_row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        FakeTimeProvider clock = new();
        bool accepted = Deadline.TryParseGrpcTimeout(vector.Text, out TimeSpan timeout);
        Assert.Equal(vector.Expected != "reject", accepted);

        TimeSpan remaining = Deadline.After(timeout, clock).TimeRemaining;
        TimeSpan expected = vector switch
        {
            { Expected: "reject" or "expired" } => TimeSpan.Zero,
            { Expected: "clamp:max" } => TimeSpan.MaxValue,
            _ when vector.Expects("accept") => new TimeSpan(long.Parse(vector.Argument, CultureInfo.InvariantCulture) / 100),
            _ => throw new InvalidOperationException($"unknown expectation {vector.Expected}"),
        };
        Assert.Equal((expected, expected), (timeout, remaining));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Written_row_holds(string id)
    {
        Vector vector = Vector.Of(id);
        Assert.EndsWith("ms", vector.Input, StringComparison.Ordinal);
        int milliseconds = int.Parse(vector.Input[Encode.Length..^2], CultureInfo.InvariantCulture);
        Deadline deadline = Deadline.After(TimeSpan.FromMilliseconds(milliseconds), new FakeTimeProvider());
        if (vector.Expected == "expired")
        {
            Assert.True(deadline.HasExpired);
            Assert.Equal(StatusCode.DeadlineExceeded, Assert.Throws<RpcException>(deadline.ToGrpcTimeout).StatusCode);
        }
        else
        {
            Assert.True(vector.Expects("emit"), $"unknown expectation {vector.Expected}");
            Assert.Equal(vector.Argument, deadline.ToGrpcTimeout());
        }
    }

    [Fact]
    public void Every_timeout_row_is_asserted()
    {
        string[] ours = [.. ((IEnumerable<object[]>)Read).Concat(Written).Select(row => (string)row[0]).Order(StringComparer.Ordinal)];
        Assert.Equal(Vector.All.Where(vector => vector.Kind == "timeout").Select(vector => vector.Id).Order(StringComparer.Ordinal), ours);
        Assert.Equal(54, ours.Length);
    }

    private static bool IsRead(Vector vector) => vector.Kind == "timeout" && !IsWritten(vector);

    private static bool IsWritten(Vector vector) => vector.Kind == "timeout" && vector.Input.StartsWith(Encode, StringComparison.Ordinal);
}
