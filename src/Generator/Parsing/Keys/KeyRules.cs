using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetadata.Generator.Model;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a key's name may be: TMD020, TMD021, TMD024 to TMD026, TMD029, TMD031, TMD032 and TMD053.</summary>
internal static class KeyRules
{
    private const string AnotherPrefix = "choose another Prefix";
    private const string NoKey = "is not valid in gRPC; a key has letters, digits, '_', '-' and '.', and is more than '-bin'";

    /// <summary>Whether the key is a key at all; policy diagnostics do not change the result.</summary>
    internal static bool Check(PropertyKey key, IPropertySymbol symbol, AttributeData? attribute, PropertyValueForm value, RecordContext context)
    {
        string property = symbol.Name;
        if (!KeyGrammar.IsWellFormed(key.Written))
        {
            ReportMalformed(key.Written, property, key.Location, "write one with [MetadataKey(\"…\")]", context);
            return false;
        }

        string name = key.Name;
        if (KeyGrammar.HasUpperCase(key.Written))
        {
            context.Report(RecordRuleDescriptors.UpperCaseKey, key.Location, key.Written, property, name, key.IsDerived ? "write Prefix in lower case" : $"write '{name}'");
        }

        bool isReadOnly = key.Options.ReadOnly && ReservedKeys.IsReadableOnly(name);
        if (!isReadOnly && ReservedKeys.HasGrpcPrefix(name) && GrpcRemedy(name, value, context.Record) is string remedy)
        {
            context.Report(RecordRuleDescriptors.GrpcKey, key.Location, name, property, remedy);
        }

        if (!isReadOnly)
        {
            CheckHttp(name, property, key.Location, null, context);
        }

        if (ReservedKeys.IsTraceContext(name) && !IsOfActivity(symbol, context.Cancellation))
        {
            context.Report(RecordRuleDescriptors.TraceKey, key.Location, name, property);
        }

        if (value.Collection != CollectionKind.None && KeyGrammar.IsBinary(name) && context.Record.IsRequest)
        {
            context.Report(RecordRuleDescriptors.BinaryListInRequest, key.Location, property, name);
        }

        if (key.Options.Traced && (key.Options.Sensitive || ReservedKeys.CarriesCredential(name)))
        {
            context.Report(RecordRuleDescriptors.TracedSecret, key.Location, name, property);
        }

        CheckName(name, property, key.Options, key.Location, context, isCredential: value.Form.Text == RuntimeNamespaces.CompilerServices + "AuthenticationText");
        return CheckFormerKeys(key, attribute, property, context);
    }

    /// <summary>What the derived keys of a record inside a record may be with a prefix before them. Of several that break one rule, the first is enough.</summary>
    internal static bool CheckComposed(IEnumerable<OwnedKey> keys, string prefix, string property, Location location, RecordContext context)
    {
        RecordContext found = context.Aside();
        foreach (OwnedKey key in keys.Where(key => key.Kind == OwnedKeyKind.Derived && prefix.Length != 0))
        {
            string written = prefix + key.Name;
            string owner = property + "." + key.Owner;
            if (!KeyGrammar.IsWellFormed(written))
            {
                ReportMalformed(written, owner, location, AnotherPrefix, found);
                continue;
            }

            string name = KeyGrammar.Normalize(written);
            if (KeyGrammar.HasUpperCase(written))
            {
                found.Report(RecordRuleDescriptors.UpperCaseKey, location, written, owner, name, "write Prefix in lower case");
            }

            if (ReservedKeys.HasGrpcPrefix(name))
            {
                found.Report(RecordRuleDescriptors.GrpcKey, location, name, owner, AnotherPrefix);
            }

            CheckHttp(name, owner, location, AnotherPrefix, found);
        }

        context.Diagnostics.AddRange(found.Diagnostics.GroupBy(diagnostic => diagnostic.Rule).Select(rule => rule.First()));
        return !found.Diagnostics.Exists(diagnostic => diagnostic.Rule == RecordRuleDescriptors.MalformedKey);
    }

    /// <summary>What a well-formed prefix of keys may be.</summary>
    internal static void CheckPrefix(string prefix, string property, KeyOptionsModel options, Location location, RecordContext context)
    {
        string lower = KeyGrammar.Normalize(prefix);
        if (KeyGrammar.HasUpperCase(prefix))
        {
            context.Report(RecordRuleDescriptors.UpperCaseKey, location, prefix, property, lower, $"write '{lower}'");
        }

        if (ReservedKeys.HasGrpcPrefix(lower))
        {
            context.Report(RecordRuleDescriptors.GrpcKey, location, prefix, property, "its keys are never read or written, so choose another prefix");
        }

        CheckName(lower, property, options, location, context);
    }

    private static void CheckHttp(string name, string property, Location location, string? remedy, RecordContext context)
    {
        bool isWritable = (ReservedKeys.IsOfCaller(name) && IsOnly("Request", context.Record)) || (ReservedKeys.IsOfAddress(name) && !context.Record.IsRequest);
        if (ReservedKeys.IsOwnedByHttp(name) && !isWritable)
        {
            context.Report(RecordRuleDescriptors.HttpKey, location, name, property, remedy ?? KeyRemedy(name));
        }

        string losing = string.Join(" and ", context.Record.Positions.Where(position => position != "Trailing").Select(position => position.ToLowerInvariant()));
        if (ReservedKeys.IsContentHeader(name) && losing.Length != 0)
        {
            context.Report(RecordRuleDescriptors.ContentHeader, location, name, property, losing, remedy ?? KeyRemedy(name));
        }
    }

    // What holds for keys and prefixes alike.
    private static void CheckName(string name, string property, KeyOptionsModel options, Location location, RecordContext context, bool isCredential = false)
    {
        if (context.Record.IsRequest && (name.IndexOf('_') >= 0 || name.IndexOf('.') >= 0))
        {
            context.Report(RecordRuleDescriptors.DroppedByNginx, location, name, property);
        }

        if (!options.Sensitive && (isCredential || ReservedKeys.CarriesCredential(name)))
        {
            context.Report(RecordRuleDescriptors.CredentialNotSensitive, location, name, property);
        }
    }

    private static bool CheckFormerKeys(PropertyKey key, AttributeData? attribute, string property, RecordContext context)
    {
        bool allWellFormed = true;
        foreach (string former in key.Options.Aliases)
        {
            (string Problem, string Remedy)? fault =
                !KeyGrammar.IsWellFormed(former) ? (NoKey, "correct it in Aliases")
                : KeyGrammar.HasUpperCase(former) ? ("has upper-case letters, which no received key has", $"write '{KeyGrammar.Normalize(former)}' in Aliases")
                : KeyGrammar.IsBinary(former) != KeyGrammar.IsBinary(key.Name) ? ($"cannot be an alias of '{key.Name}', because one carries text and the other base64", "remove it from Aliases")
                : null;
            if (fault is (string problem, string remedy))
            {
                context.Report(RecordRuleDescriptors.MalformedKey, PropertyKey.AliasOf(attribute, former, context.Cancellation) ?? key.Location, former, property, problem, remedy);
                allWellFormed = false;
            }
        }

        return allWellFormed;
    }

    // The id of the current activity, which breaks no trace.
    private static bool IsOfActivity(IPropertySymbol property, CancellationToken cancellation) => property.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellation) is PropertyDeclarationSyntax { Initializer.Value: ExpressionSyntax value }
        && value.ToString() is string text
        && text.Contains("Activity.Current") && text.EndsWith(".Id", StringComparison.Ordinal));

    private static string? GrpcRemedy(string name, PropertyValueForm value, TypeModel record)
    {
        if (ReservedKeys.IsGrpcTracing(name))
        {
            return value is { Form: { IsBytes: true } or { IsConverted: true }, Collection: CollectionKind.None } ? null : "it carries the bytes of a tracer, so use byte[], ReadOnlyMemory<byte> or ByteString";
        }

        if (ReservedKeys.IsRetryPushback(name))
        {
            bool fits = value is { Collection: CollectionKind.None, Type.SpecialType: SpecialType.System_Int32 } && IsOnly("Trailing", record);
            return fits ? null : "it is milliseconds in trailing metadata, so use int in a record of MetadataPositions.Trailing";
        }

        if (ReservedKeys.IsRequestCompression(name))
        {
            bool fits = value is { Collection: CollectionKind.None, Type.SpecialType: SpecialType.System_String } && IsOnly("Request", record);
            return fits ? null : "it is how a client asks for compression, so use string in a record of request metadata alone";
        }

        return KeyRemedy(name);
    }

    private static bool IsOnly(string position, TypeModel record) => record.Positions is { Count: 1 } && record.Positions[0] == position;

    private static string KeyRemedy(string name) =>
        (ReservedKeys.IsReadableOnly(name) ? "set ReadOnly = true to read it, or " : "") + $"choose another, such as [MetadataKey(\"x-{name}\")]";

    private static void ReportMalformed(string key, string property, Location location, string remedy, RecordContext context) =>
        context.Report(RecordRuleDescriptors.MalformedKey, location, key, property, NoKey, remedy);
}
