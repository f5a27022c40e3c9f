namespace TypedMetadata.Generator.Model;

/// <summary>What the generated code may use, as the compilation says that it becomes part of.</summary>
/// <param name="HasStaticMembers">Whether interfaces of the core have static members: not of the core for .NET Standard, whose records are found by an attribute and say nothing of tracing.</param>
/// <param name="HasNullabilityAttributes">Whether there are the attributes that say when a value is null.</param>
/// <param name="HasSetsRequiredMembers">Whether there is the attribute of constructors that set required members.</param>
/// <param name="HasInit">Whether there is the type that <c>init</c> needs.</param>
internal sealed record TargetModel(bool HasStaticMembers, bool HasNullabilityAttributes, bool HasSetsRequiredMembers, bool HasInit);
