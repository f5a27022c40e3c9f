namespace TypedMetadata.Generator.Model;

/// <summary>A record's declaration, as far as another part of it must repeat it.</summary>
/// <param name="HintName">The generated file's name without its ending: unique, also to file systems that ignore case.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Containers">The declarations around it, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Declaration">Such as <c>partial record struct Inner</c>.</param>
/// <param name="ConstructorName">Its own name, escaped if it is a keyword.</param>
/// <param name="DisplayName">Its own name as people read it.</param>
/// <param name="FullName">With <c>global::</c>.</param>
/// <param name="Base">The abstract record that it derives from, or empty.</param>
/// <param name="Positions">Request, Initial, Trailing: those it has.</param>
/// <param name="MaxSize">What it may take when written; 0 for no limit.</param>
/// <param name="Summary">What its documentation says, or null.</param>
/// <param name="Target">What its generated part may use.</param>
internal sealed record TypeModel(
    string HintName,
    string Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string ConstructorName,
    string DisplayName,
    string FullName,
    bool IsValueType,
    bool IsSealed,
    bool IsAbstract,
    string Base,
    EquatableArray<string> Positions,
    int MaxSize,
    string? Summary,
    TargetModel Target)
{
    public bool IsRequest => Positions.Contains("Request");

    public bool IsOnlyRequest => IsRequest && Positions.Count == 1;
}
