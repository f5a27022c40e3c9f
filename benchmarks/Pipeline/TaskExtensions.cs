namespace TypedMetadata.Benchmarks.Pipeline;

internal static class TaskExtensions
{
    /// <summary>Without a network nothing waits. If something did, its bytes would be counted on another thread, or not at all.</summary>
    internal static void ThrowUnlessDone(this Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The call failed, or waits for something.", task.Exception);
        }
    }
}
