using Grpc.Core;
using Microsoft.Extensions.Logging;
using TypedMetadata.CompilerServices;
using TypedMetadata.Internal;

namespace TypedMetadata;

/// <summary>Checks calls against the <c>[RequestMetadata&lt;T&gt;]</c> of their methods.</summary>
internal sealed class RequestContracts(ErrorCounter counter, ILogger<RequestContracts> logger)
{
    /// <summary>Reads every record that the method expects.</summary>
    /// <exception cref="MetadataException">At least one record cannot be read. The exception contains the errors of all records.</exception>
    internal void Check(IReadOnlyList<IRequestContract> contracts, ServerCall call, ServerCallContext context)
    {
        RejectedRecords? rejected = null;
        for (int i = 0; i < contracts.Count; i++)
        {
            IRequestContract contract = contracts[i];
            if (IsReplaced(contracts, i))
            {
                continue;
            }

            Reading reading = new(call);
            contract.Record.Accept(reading);
            if (reading.Rejected.Count == 0)
            {
                continue;
            }

            if (contract.Enforcement == ContractEnforcement.ReportOnly)
            {
                string method = ServerCall.MethodOf(context);
                if (call.Services.Recorder.IsOn)
                {
                    RunningCall.Find(call.Http)?.NoteErrors(reading.Rejected.Select(key => key.Error), MetadataPositions.Request);
                }

                counter.Count(reading.Rejected.Select(key => key.Error), MetadataPositions.Request, method);
                logger.RejectionReported(method, RejectionStatus.Text(reading.Subject, reading.Rejected.Select(key => key.Error)));
            }
            else
            {
                (rejected ??= new RejectedRecords()).Add(reading.Subject, reading.Rejected);
            }
        }

        if (rejected is not null)
        {
            throw rejected.ToException(call.EnsureState());
        }
    }

    // The attribute of a method comes after the attribute of its service for the same record, and overrides it.
    private static bool IsReplaced(IReadOnlyList<IRequestContract> contracts, int index)
    {
        for (int later = index + 1; later < contracts.Count; later++)
        {
            if (contracts[later].Record.GetType() == contracts[index].Record.GetType())
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Reading(ServerCall call) : IRecordVisitor
    {
        internal string Subject { get; private set; } = "";

        internal IReadOnlyList<RejectedKey> Rejected { get; private set; } = [];

        public void Visit<T>()
            where T : IGrpcMetadata<T>
        {
            if (call.TryRead<T>(out T? value, out IReadOnlyList<MetadataError> errors))
            {
                call.EnsureState().KeepRead<T>(value);
            }
            else
            {
                Subject = RecordReading.Subject<T>(MetadataPositions.Request);
                Rejected = RejectedKey.Of<T>(errors);
            }
        }
    }
}
