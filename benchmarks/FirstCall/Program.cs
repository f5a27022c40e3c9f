using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using TypedMetadata;
using TypedMetadata.Benchmarks.Work;

// What both need, so that it is not counted for one of them.
Reference sample = Reference.Sample;
_ = Google.Protobuf.MessageExtensions.ToByteArray(sample.Trace);

bool typed = args is ["typed"];
long start = Stopwatch.GetTimestamp();
Reference read = typed ? Typed(sample) : ByHand(sample);
double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
if (read.TenantId != sample.TenantId)
{
    throw new InvalidOperationException("Another record was read than was written.");
}

Console.WriteLine(microseconds.ToString(CultureInfo.InvariantCulture));

static Reference Typed(Reference sample) => sample.ToMetadata().Read<Reference>();

static Reference ByHand(Reference sample) => Naive.Read(Naive.Write(sample));
