namespace System.Threading.Tasks;

internal enum ConfigureAwaitOptions
{
    ForceYielding,
}

internal static class TaskShims
{
    extension(Task task)
    {
        // The only option that is asked for.
        internal Runtime.CompilerServices.ConfiguredTaskAwaitable ConfigureAwait(ConfigureAwaitOptions _) => task.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
    }
}
