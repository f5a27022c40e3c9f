using Spectre.Console;
using TypedMetadata.Reliability;
using TypedMetadata.Reliability.Running;

// dotnet run -c Release --project tests/Reliability -- COMMAND [--quick] [--count N] [--seed N] [--minutes N] [--only TEXT]
if (args is ["role", string role, .. string[] rest])
{
    return await Roles.PlayAsync(role, rest);
}

ICommand? command = Commands.All.FirstOrDefault(known => args.Length != 0 && known.Name == args[0]);
if (command is null)
{
    Console.Error.WriteLine($"Say which attack: {string.Join(", ", Commands.All.Select(known => known.Name))}.");
    return 2;
}

Order order;
try
{
    order = Order.Parse(args.AsSpan(1));
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 240; // A table that is kept must not be folded.
}

AnsiConsole.WriteLine($"{command.Name}: {command.Promise}");
AnsiConsole.WriteLine($"seed {order.Seed}");
Findings findings = await command.RunAsync(order, new ProgressReport(AnsiConsole.Console));
findings.Print(AnsiConsole.Console);
return findings.Holds ? 0 : 1;
