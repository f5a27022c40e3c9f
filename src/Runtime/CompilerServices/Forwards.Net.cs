using System.Runtime.CompilerServices;

// An assembly that was compiled with the core for .NET Standard refers to that core's own IsExternalInit wherever it calls an init setter of ours.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
