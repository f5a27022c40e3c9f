using Spectre.Console;

namespace TypedMetadata.Reliability.Running;

/// <summary>Shows how far each part of a command is.</summary>
internal sealed class ProgressReport(IAnsiConsole console)
{
    /// <summary>Runs a part that counts to a total.</summary>
    internal Task RunAsync(string title, double total, Func<Action<double>, Task> workAsync) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: total);
            await workAsync(task.Increment);
            task.Value = total;
        });
}
