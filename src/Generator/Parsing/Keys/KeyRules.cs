using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.RulesOfRecords;
using TypedMetadata.Generator.Model;
using TypedMetadata.Internal;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a key's name may be: TMD020, TMD021, TMD024 to TMD026, TMD029, TMD031, TMD032 and TMD053.</summary>
internal static class KeyRules
{
    private const string AnotherPrefix = "choose another Prefix";

    /// <summary>Whether the key is a key at all; policy diagnostics do not change the result.</summary>
    internal static bool Check(PropertyKey key, string property, PropertyValueForm value, TypeModel record, List<RecordDiagnostic> diagnostics)
    {
        if (!KeyGrammar.IsWellFormed(key.Written))
        {
            diagnostics.Add(Malformed(key.Written, property, key.Location, "write one with [MetadataKey(\"…\")]"));
            return false;
        }

        string name = key.Name;
        if (KeyGrammar.HasUpperCase(key.Written))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.UpperCaseKey, key.Location, key.Written, property, name));
        }

        bool isReadOnly = key.Options.ReadOnly && ReservedKeys.IsReadableOnly(name);
        if (!isReadOnly && ReservedKeys.HasGrpcPrefix(name) && GrpcRemedy(name, value, record) is string remedy)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.GrpcKey, key.Location, name, property, remedy));
        }

        if (!isReadOnly)
        {
            CheckHttp(name, property, record, key.Location, null, diagnostics);
        }

        if (ReservedKeys.IsTraceContext(name))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.TraceKey, key.Location, name, property));
        }

        if (value.Collection != CollectionKind.None && KeyGrammar.IsBinary(name) && record.IsRequest)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.BinaryListInRequest, key.Location, property, name));
        }

        CheckName(name, property, key.Options, key.Location, diagnostics);
        return CheckFormerKeys(key, property, diagnostics);
    }

    /// <summary>What the derived keys of a record inside a record may be with a prefix before them. Of several that break one rule, the first is enough.</summary>
    internal static bool CheckComposed(IEnumerable<OwnedKey> keys, string prefix, string property, TypeModel record, Location location, List<RecordDiagnostic> diagnostics)
    {
        List<RecordDiagnostic> found = [];
        foreach (OwnedKey key in keys.Where(key => key.Kind == OwnedKeyKind.Derived && prefix.Length != 0))
        {
            string written = prefix + key.Name;
            string owner = property + "." + key.Owner;
            if (!KeyGrammar.IsWellFormed(written))
            {
                found.Add(Malformed(written, owner, location, AnotherPrefix));
                continue;
            }

            string name = KeyGrammar.Normalize(written);
            if (KeyGrammar.HasUpperCase(written))
            {
                found.Add(new RecordDiagnostic(RecordRuleDescriptors.UpperCaseKey, location, written, owner, name));
            }

            if (ReservedKeys.HasGrpcPrefix(name))
            {
                found.Add(new RecordDiagnostic(RecordRuleDescriptors.GrpcKey, location, name, owner, AnotherPrefix));
            }

            CheckHttp(name, owner, record, location, AnotherPrefix, found);
        }

        diagnostics.AddRange(found.GroupBy(diagnostic => diagnostic.Rule).Select(rule => rule.First()));
        return !found.Exists(diagnostic => diagnostic.Rule == RecordRuleDescriptors.MalformedKey);
    }

    /// <summary>What a well-formed prefix of keys may be.</summary>
    internal static void CheckPrefix(string prefix, string property, KeyOptionsModel options, Location location, List<RecordDiagnostic> diagnostics)
    {
        string lower = KeyGrammar.Normalize(prefix);
        if (KeyGrammar.HasUpperCase(prefix))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.UpperCaseKey, location, prefix, property, lower));
        }

        if (ReservedKeys.HasGrpcPrefix(lower))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.GrpcKey, location, prefix, property, "its keys are never read or written, so choose another prefix"));
        }

        CheckName(lower, property, options, location, diagnostics);
    }

    private static void CheckHttp(string name, string property, TypeModel record, Location location, string? remedy, List<RecordDiagnostic> diagnostics)
    {
        if (ReservedKeys.IsOwnedByHttp(name))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.HttpKey, location, name, property, remedy ?? KeyRemedy(name)));
        }

        string losing = string.Join(" and ", record.Positions.Where(position => position != "Trailing").Select(position => position.ToLowerInvariant()));
        if (ReservedKeys.IsContentHeader(name) && losing.Length != 0)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.ContentHeader, location, name, property, losing, remedy ?? KeyRemedy(name)));
        }
    }

    // What holds for keys and prefixes alike.
    private static void CheckName(string name, string property, KeyOptionsModel options, Location location, List<RecordDiagnostic> diagnostics)
    {
        if (name.IndexOf('_') >= 0 || name.IndexOf('.') >= 0)
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.DroppedByNginx, location, name, property));
        }

        if (!options.Sensitive && ReservedKeys.CarriesCredential(name))
        {
            diagnostics.Add(new RecordDiagnostic(RecordRuleDescriptors.CredentialNotSensitive, location, name, property));
        }
    }

    private static bool CheckFormerKeys(PropertyKey key, string property, List<RecordDiagnostic> diagnostics)
    {
        bool allWellFormed = true;
        foreach (string former in key.Options.Aliases)
        {
            RecordDiagnostic? diagnostic =
                !KeyGrammar.IsWellFormed(former) ? Malformed(former, property, key.Location, "correct it in Aliases")
                : KeyGrammar.HasUpperCase(former) ? new(RecordRuleDescriptors.MalformedKey, key.Location, former, property, "has upper-case letters, which no key has that arrives", $"write '{KeyGrammar.Normalize(former)}' in Aliases")
                : KeyGrammar.IsBinary(former) != KeyGrammar.IsBinary(key.Name) ? new(RecordRuleDescriptors.MalformedKey, key.Location, former, property, $"cannot stand in for '{key.Name}', since one of them carries text and the other base64", "remove it from Aliases")
                : null;
            if (diagnostic is not null)
            {
                diagnostics.Add(diagnostic);
                allWellFormed = false;
            }
        }

        return allWellFormed;
    }

    private static string? GrpcRemedy(string name, PropertyValueForm value, TypeModel record)
    {
        if (ReservedKeys.IsGrpcTracing(name))
        {
            return value is { Form.IsBytes: true, Collection: CollectionKind.None } ? null : "it carries the bytes of a tracer, so use byte[], ReadOnlyMemory<byte> or ByteString";
        }

        if (ReservedKeys.IsRetryPushback(name))
        {
            bool fits = value is { Collection: CollectionKind.None, Type.SpecialType: SpecialType.System_Int32 } && record.Positions is { Count: 1 } && record.Positions[0] == "Trailing";
            return fits ? null : "it is milliseconds in trailing metadata, so use int in a record of MetadataPositions.Trailing";
        }

        return KeyRemedy(name);
    }

    private static string KeyRemedy(string name) =>
        (ReservedKeys.IsReadableOnly(name) ? "set ReadOnly = true to read it, or " : "") + $"choose another, such as [MetadataKey(\"x-{name}\")]";

    private static RecordDiagnostic Malformed(string key, string property, Location location, string remedy) =>
        new(RecordRuleDescriptors.MalformedKey, location, key, property, "is not a gRPC metadata key, which is one or more of letters, digits, '_', '-' and '.', and more than '-bin'", remedy);
}
