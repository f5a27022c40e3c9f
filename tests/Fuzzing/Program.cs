using SharpFuzz;
using TypedMetadata.Fuzzing;
using TypedMetadata.Fuzzing.Targets;

// dotnet run -c Release --project tests/Fuzzing -- replay TARGET FOLDER    every file of the folder, and which was slowest
// tests/Fuzzing/fuzz [SECONDS] [TARGET]                                    what afl++ finds
switch (args)
{
    case ["afl", string target]:
        Action<string> run = Target.Named(target).Run;
        Fuzzer.Run(run);
        return 0;
    case ["replay", string target, string folder]:
        return Replay.Run(Target.Named(target), folder);
    default:
        Console.Error.WriteLine($"Say: replay TARGET FOLDER, with one of the targets {string.Join(", ", Target.All.Select(known => known.Name))}.");
        return 2;
}
