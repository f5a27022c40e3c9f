namespace TypedMetadata.Reliability.Running;

/// <summary>An attack on one promise.</summary>
internal interface ICommand
{
    string Name { get; }

    /// <summary>What must hold.</summary>
    string Promise { get; }

    Task<Findings> RunAsync(Order order, ProgressReport stages);
}
