using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>What the calls of a server need of its services, so that a call asks for one service and not for five.</summary>
internal sealed class CallServices(CallDeadlines deadlines, ResponseSize size, RequestContracts contracts, FaultTranslation fault, CallRecorder recorder, ILogger<CallServices> logger)
{
    internal CallDeadlines Deadlines => deadlines;

    internal ResponseSize Size => size;

    internal RequestContracts Contracts => contracts;

    internal FaultTranslation Fault => fault;

    internal CallRecorder Recorder => recorder;

    internal ILogger Logger => logger;
}
