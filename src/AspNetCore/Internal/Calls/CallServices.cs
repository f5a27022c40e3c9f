using Microsoft.Extensions.Logging;

namespace TypedMetadata;

/// <summary>Contains the services that every call uses, so that a call resolves one service instead of five.</summary>
internal sealed class CallServices(CallDeadlines deadlines, ResponseSize size, RequestContracts contracts, FaultTranslation fault, CallRecorder recorder, ILogger<CallServices> logger)
{
    internal CallDeadlines Deadlines => deadlines;

    internal ResponseSize Size => size;

    internal RequestContracts Contracts => contracts;

    internal FaultTranslation Fault => fault;

    internal CallRecorder Recorder => recorder;

    internal ILogger Logger => logger;
}
