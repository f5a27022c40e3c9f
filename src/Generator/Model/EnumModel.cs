namespace TypedMetadata.Generator.Model;

/// <summary>An enum that a key carries: its codec is nested in the record.</summary>
internal sealed record EnumModel(string Codec, string Type, EquatableArray<EnumMemberModel> Members);

/// <summary>A member of an enum.</summary>
/// <param name="Value">The member, or its number where the name cannot be used.</param>
/// <param name="WireName">The name that is written, as a C# literal.</param>
/// <param name="Name">Its name as a C# literal, which is read too.</param>
/// <param name="IsPreferred">False for a second name of a value.</param>
/// <param name="IsFallback">Whether unknown names read as it.</param>
internal sealed record EnumMemberModel(string Value, string WireName, string Name, bool IsPreferred, bool IsFallback);
