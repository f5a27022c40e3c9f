using Grpc.Core;
using TypedMetadata.Interop.Calls;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>What a typed client made of an answer.</summary>
internal sealed record Received(Exception? InitialFailure, MetadataResult<Target>? Initial, Badge? InitialBadge, Exception? Failure, string? Reply, Target? Trailing, IReadOnlyList<MetadataError> TrailingErrors, Badge? TrailingBadge, Exception? TrailingFailure)
{
    internal string Outcome => Failure is RpcException failure ? $"{failure.StatusCode}" : Failure is null ? "OK" : Failure.GetType().Name;

    internal static async Task<Received> OfAsync(RunningCall call)
    {
        Exception? initialFailure = null, failure = null, trailingFailure = null;
        MetadataResult<Target>? initial = null;
        Badge? initialBadge = null, trailingBadge = null;
        string? reply = null;
        Target? trailing = null;
        IReadOnlyList<MetadataError> trailingErrors = [];
        Task<string?> finishing = call.FinishAsync();
        try
        {
            initial = await call.Initial.TryReadAsync<Target>();
            initialBadge = (await call.Initial.TryReadAsync<Badge>()).Value;
        }
        catch (Exception exception)
        {
            initialFailure = exception;
        }

        try
        {
            reply = await finishing;
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        try
        {
            TrailingMetadataView view = failure is RpcException failed ? failed.TrailingMetadata() : call.Trailing;
            view.TryRead(out trailing, out trailingErrors);
            view.TryRead(out trailingBadge);
        }
        catch (Exception exception)
        {
            trailingFailure = exception;
        }

        return new(initialFailure, initial, initialBadge, failure, reply, trailing, trailingErrors, trailingBadge, trailingFailure);
    }

    /// <summary>Everything that is not as documented.</summary>
    internal IEnumerable<string> Problems(BadAnswer answer)
    {
        foreach (Exception unexpected in new[] { InitialFailure, Failure, TrailingFailure }.Where(exception => exception is not null and not RpcException)!)
        {
            yield return $"unexpected {unexpected}";
        }

        if (Expectation.OfAnswer(answer.Case) is not Expectation expected)
        {
            yield break;
        }

        StatusCode status = answer.Position == AnswerPosition.TrailersOnly ? StatusCode.PermissionDenied : StatusCode.OK;
        if (Outcome != $"{status}" || (status == StatusCode.OK && Reply != "hello"))
        {
            yield return $"the call ended {Outcome} with '{Reply}': {Failure}";
            yield break;
        }

        bool hasInitial = answer.Position != AnswerPosition.TrailersOnly;
        if (TrailingBadge?.Holder != "server" || hasInitial != (InitialBadge?.Holder == "server"))
        {
            yield return "a good record beside it was not read";
        }

        bool isInitial = answer.Position == AnswerPosition.Initial;
        Target? read = isInitial ? Initial?.Value : Trailing;
        IReadOnlyList<MetadataError> errors = isInitial ? Initial?.Errors ?? [] : TrailingErrors;
        string shown = read is null ? $"errors of {string.Join(", ", errors.Select(error => $"{error.Key} {error.Kind}"))}" : answer.Case.Subject is Subject subject ? subject.Show(read) : ReadingService.Entries(read);
        if (expected.Rejected is null ? shown != expected.Meaning : errors.Count == 0 || errors.Any(error => error.Key != expected.Key))
        {
            yield return $"expected {(expected.Rejected is null ? $"'{expected.Meaning}'" : $"errors of {expected.Key}")}, got {(read is null ? "" : "a value: ")}'{shown}'";
        }
    }
}
