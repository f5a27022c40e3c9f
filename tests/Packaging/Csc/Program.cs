using System.Runtime.Loader;
using TypedMetadata.Packaging.Csc;

// Roslyn is in none of this program's folders, so all of it comes from those that the environment names.
string[] folders = Environment.GetEnvironmentVariable("ROSLYN_FOLDERS")?.Split(Path.PathSeparator)
    ?? throw new InvalidOperationException("ROSLYN_FOLDERS is not set: name the folders of Microsoft.CodeAnalysis.dll and Microsoft.CodeAnalysis.CSharp.dll.");
AssemblyLoadContext.Default.Resolving += (context, name) => folders
    .Select(folder => Path.Combine(folder, name.Name + ".dll"))
    .Where(File.Exists)
    .Select(context.LoadFromAssemblyPath)
    .FirstOrDefault();

return await Run(args);

// A method of its own: Program itself must not need Roslyn before it can be found.
static Task<int> Run(string[] args) => Compiler.RunAsync(args);
