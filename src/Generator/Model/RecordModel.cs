namespace TypedMetadata.Generator.Model;

/// <summary>Everything that the emitter prints for a record that obeys the structural rules.</summary>
/// <param name="Nested">The records inside it. Their slots come after its own.</param>
/// <param name="ValidateModifiers">The modifiers of the record's own Validate, which its declaration repeats, or null without one.</param>
/// <param name="Silenced">The ids that its members and their types announce.</param>
/// <param name="HiddenKeys">The keys that another assembly does not see.</param>
/// <param name="Announcement">The method by which the record announces its traced keys or its secrets when the assembly is loaded, or null.</param>
/// <param name="HasRequiredMembers">Whether who constructs it has to set members, unless the constructor says that it does.</param>
internal sealed record RecordModel(
    TypeModel Type,
    EquatableArray<KeyModel> Keys,
    EquatableArray<NestedModel> Nested,
    EquatableArray<ParameterModel> PrimaryParameters,
    EquatableArray<EnumModel> Enums,
    bool NeedsParameterlessConstructor,
    PrintingModel Printing,
    EqualityModel? Equality,
    string? ValidateModifiers,
    EquatableArray<string> Silenced,
    EquatableArray<string> HiddenKeys,
    string? Announcement,
    bool HasRequiredMembers)
    : ParsedModel(Type)
{
    public IEnumerable<MemberModel> Members => Keys.Concat<MemberModel>(Nested);
}

/// <summary>An abstract record, whose keys are written and read by the records that derive from it.</summary>
internal sealed record AbstractModel(TypeModel Type, PrintingModel Printing, EqualityModel? Equality, EquatableArray<string> Silenced) : ParsedModel(Type)
{
    public override bool HasCode => Printing.Printed.Count != 0 || Printing.Viewed.Count != 0 || Equality is not null;
}

/// <summary>What is written so that a secret prints as ***, and bytes by their number.</summary>
/// <param name="Printed">The members for its ToString; none when C# itself or the user writes it.</param>
/// <param name="PrintsBase">Whether the base prints its own members, so that they are not among the printed ones.</param>
/// <param name="Viewed">All members for the debugger's expanded view, inherited ones too; none when there is no secret.</param>
/// <param name="WritesDisplay">Whether the debugger's one-line display is written.</param>
internal sealed record PrintingModel(EquatableArray<PrintedMember> Printed, bool PrintsBase, EquatableArray<PrintedMember> Viewed, bool WritesDisplay);

/// <summary>The members that a record's equality compares, for a record that has bytes or lists and no equality of its own.</summary>
internal sealed record EqualityModel(EquatableArray<ComparedMember> Members, bool WritesGetHashCode);

/// <summary>A member that equality compares.</summary>
/// <param name="Type">Its type, for the comparer of values that are not compared by content.</param>
/// <param name="Content">What its value holds.</param>
/// <param name="Interface">The interface that it implements explicitly, through which alone it can be named; else null.</param>
internal sealed record ComparedMember(string Name, string Type, ContentKind Content, string? Interface);

/// <summary>What a value holds, if it is compared by its content.</summary>
internal enum ContentKind
{
    None,
    Bytes,
    List,
    Array,
    Map,
}

/// <summary>A record that breaks a structural rule: declared so that other declarations bind, and rejected with the rule's own message.</summary>
/// <param name="Problems">The rules' own messages.</param>
/// <param name="IsObsolete">Whether the compiler keeps quiet inside the record about what is obsolete.</param>
internal sealed record SkeletonModel(
    TypeModel Type,
    EquatableArray<string> Problems,
    bool DeclaresToMetadata,
    bool DeclaresConversion,
    bool IsObsolete,
    EquatableArray<SkeletonKey> Keys)
    : ParsedModel(Type);

/// <summary>A member of a skeleton's <c>Keys</c>, so that code that names it reports the rule alone.</summary>
internal sealed record SkeletonKey(string Name, string Type);

/// <summary>What the parser returns for a type that can be emitted at all.</summary>
internal abstract record ParsedModel(TypeModel Type)
{
    /// <summary>Whether there is anything to print.</summary>
    public virtual bool HasCode => true;
}

/// <summary>A parameter of the primary constructor.</summary>
/// <param name="Property">The property that it sets, escaped if it is a keyword.</param>
/// <param name="Default">What it is when its key is absent, or null when the key is required.</param>
/// <param name="Type">Its type. An argument that is not of exactly this type may call another constructor.</param>
internal sealed record ParameterModel(string Property, string? Default, string Type);

/// <summary>A member that the record's <c>ToString</c> or the debugger shows.</summary>
/// <param name="IsRefLike">Whether it is no object and cannot become one.</param>
/// <param name="IsBytes">Whether it prints as the number of its bytes.</param>
internal sealed record PrintedMember(string Name, string Label, bool Sensitive, bool IsRefLike, bool IsBytes);
