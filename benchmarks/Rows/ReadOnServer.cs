using System.Linq.Expressions;
using System.Reflection;
using Grpc.Core;
using TypedMetadata.Benchmarks.Harness;
using TypedMetadata.Benchmarks.Work;

namespace TypedMetadata.Benchmarks.Rows;

/// <summary>Reading the reference record in a handler: from HTTP headers, beside <c>RequestHeaders</c> and <c>GetValue</c>.</summary>
internal sealed class ReadOnServer : IRow
{
    /// <inheritdoc/>
    public string Number => "2";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(RunOptions pace)
    {
        await using InHandlerServer laboratory = await InHandlerServer.OpenAsync();
        List<Figure> figures = [];
        foreach ((int count, double target) in new[] { (8, 3.0), (16, 3.8), (32, 5.0), (64, 6.0) })
        {
            Contest contest = await laboratory.MeasureAsync(Headers.Among(count), context =>
            {
                Action forget = ForgetRequestHeaders(context);
                return new Contest()
                    .Add("naive", () =>
                    {
                        forget();
                        return Naive.Read(context.RequestHeaders);
                    })
                    .Add("typed", () => context.ReadRequestMetadata<Reference>())
                    .Run(pace)
                    .CountBytes();
            });
            figures.Add(new(Number, $"read in a handler, {count} headers, speed to naive", contest.Ratio("naive", "typed"), "x", target, AtLeast: true));
            figures.Add(new(Number, $"bytes of that, {count} headers (naive {contest.Bytes("naive")})", contest.Bytes("typed"), "B", 400));
        }

        return figures;
    }

    // grpc-dotnet builds RequestHeaders once a call; here each run must build them.
    private static Action ForgetRequestHeaders(ServerCallContext context)
    {
        FieldInfo field = context.GetType().GetField("_requestHeaders", BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new InvalidOperationException("This version of grpc-dotnet keeps RequestHeaders elsewhere.");
        return Expression.Lambda<Action>(Expression.Assign(Expression.Field(Expression.Constant(context, context.GetType()), field), Expression.Constant(null, field.FieldType))).Compile();
    }
}
