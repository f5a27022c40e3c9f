using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a key's name may be: TMD020, TMD021, TMD024 to TMD026, TMD029, TMD031, TMD032 and TMD053.</summary>
internal static class KeyRules
{
    private const string AnotherPrefix = "choose another Prefix";

    /// <summary>Whether the key is a key at all; policy complaints do not change the answer.</summary>
    internal static bool Check(KeyDeclaration key, string property, ValueForm value, TypeModel record, List<Complaint> complaints)
    {
        if (!KeyGrammar.IsWellFormed(key.Written))
        {
            complaints.Add(Malformed(key.Written, property, key.Location, "write one with [MetadataKey(\"…\")]"));
            return false;
        }

        string name = key.Name;
        if (KeyGrammar.HasUpperCase(key.Written))
        {
            complaints.Add(new Complaint(Rules.UpperCaseKey, key.Location, key.Written, property, name));
        }

        bool isReadOnly = key.Options.ReadOnly && ReservedKeys.IsReadableOnly(name);
        if (!isReadOnly && ReservedKeys.HasGrpcPrefix(name) && GrpcRemedy(name, value, record) is string remedy)
        {
            complaints.Add(new Complaint(Rules.GrpcKey, key.Location, name, property, remedy));
        }

        if (!isReadOnly)
        {
            CheckHttp(name, property, record, key.Location, null, complaints);
        }

        if (ReservedKeys.IsTraceContext(name))
        {
            complaints.Add(new Complaint(Rules.TraceKey, key.Location, name, property));
        }

        if (value.Collection != CollectionKind.None && KeyGrammar.IsBinary(name) && record.IsRequest)
        {
            complaints.Add(new Complaint(Rules.BinaryListInRequest, key.Location, property, name));
        }

        CheckName(name, property, key.Options, key.Location, complaints);
        return CheckFormerKeys(key, property, complaints);
    }

    /// <summary>What the derived keys of a record inside a record may be with a prefix before them. Of several that break one rule, the first is enough.</summary>
    internal static bool CheckComposed(IEnumerable<OwnedKey> keys, string prefix, string property, TypeModel record, Location location, List<Complaint> complaints)
    {
        List<Complaint> found = [];
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
                found.Add(new Complaint(Rules.UpperCaseKey, location, written, owner, name));
            }

            if (ReservedKeys.HasGrpcPrefix(name))
            {
                found.Add(new Complaint(Rules.GrpcKey, location, name, owner, AnotherPrefix));
            }

            CheckHttp(name, owner, record, location, AnotherPrefix, found);
        }

        complaints.AddRange(found.GroupBy(complaint => complaint.Rule).Select(rule => rule.First()));
        return !found.Exists(complaint => complaint.Rule == Rules.MalformedKey);
    }

    /// <summary>What a well-formed prefix of keys may be.</summary>
    internal static void CheckPrefix(string prefix, string property, FieldOptions options, Location location, List<Complaint> complaints)
    {
        string lower = KeyGrammar.Normalize(prefix);
        if (KeyGrammar.HasUpperCase(prefix))
        {
            complaints.Add(new Complaint(Rules.UpperCaseKey, location, prefix, property, lower));
        }

        if (ReservedKeys.HasGrpcPrefix(lower))
        {
            complaints.Add(new Complaint(Rules.GrpcKey, location, prefix, property, "its keys are never read or written, so choose another prefix"));
        }

        CheckName(lower, property, options, location, complaints);
    }

    private static void CheckHttp(string name, string property, TypeModel record, Location location, string? remedy, List<Complaint> complaints)
    {
        if (ReservedKeys.IsOwnedByHttp(name))
        {
            complaints.Add(new Complaint(Rules.HttpKey, location, name, property, remedy ?? KeyRemedy(name)));
        }

        string losing = string.Join(" and ", record.Directions.Where(direction => direction != "Trailing").Select(direction => direction.ToLowerInvariant()));
        if (ReservedKeys.IsContentHeader(name) && losing.Length != 0)
        {
            complaints.Add(new Complaint(Rules.ContentHeader, location, name, property, losing, remedy ?? KeyRemedy(name)));
        }
    }

    // What holds for keys and prefixes alike.
    private static void CheckName(string name, string property, FieldOptions options, Location location, List<Complaint> complaints)
    {
        if (name.IndexOf('_') >= 0 || name.IndexOf('.') >= 0)
        {
            complaints.Add(new Complaint(Rules.DroppedByNginx, location, name, property));
        }

        if (!options.Sensitive && ReservedKeys.CarriesCredential(name))
        {
            complaints.Add(new Complaint(Rules.CredentialNotSensitive, location, name, property));
        }
    }

    private static bool CheckFormerKeys(KeyDeclaration key, string property, List<Complaint> complaints)
    {
        bool allWellFormed = true;
        foreach (string former in key.Options.ReadAlso)
        {
            Complaint? complaint =
                !KeyGrammar.IsWellFormed(former) ? Malformed(former, property, key.Location, "correct it in ReadAlso")
                : KeyGrammar.HasUpperCase(former) ? new(Rules.MalformedKey, key.Location, former, property, "has upper-case letters, which no key has that arrives", $"write '{KeyGrammar.Normalize(former)}' in ReadAlso")
                : KeyGrammar.IsBinary(former) != KeyGrammar.IsBinary(key.Name) ? new(Rules.MalformedKey, key.Location, former, property, $"cannot stand in for '{key.Name}', since one of them carries text and the other base64", "remove it from ReadAlso")
                : null;
            if (complaint is not null)
            {
                complaints.Add(complaint);
                allWellFormed = false;
            }
        }

        return allWellFormed;
    }

    private static string? GrpcRemedy(string name, ValueForm value, TypeModel record)
    {
        if (ReservedKeys.IsGrpcTracing(name))
        {
            return value is { Form.IsBytes: true, Collection: CollectionKind.None } ? null : "it carries the bytes of a tracer, so use byte[], ReadOnlyMemory<byte> or ByteString";
        }

        if (ReservedKeys.IsRetryPushback(name))
        {
            bool fits = value is { Collection: CollectionKind.None, Type.SpecialType: SpecialType.System_Int32 } && record.Directions is { Count: 1 } && record.Directions[0] == "Trailing";
            return fits ? null : "it is milliseconds in trailing metadata, so use int in a record of MetadataDirections.Trailing";
        }

        return KeyRemedy(name);
    }

    private static string KeyRemedy(string name) =>
        (ReservedKeys.IsReadableOnly(name) ? "set ReadOnly = true to read it, or " : "") + $"choose another, such as [MetadataKey(\"x-{name}\")]";

    private static Complaint Malformed(string key, string property, Location location, string remedy) =>
        new(Rules.MalformedKey, location, key, property, "is not a gRPC metadata key, which is one or more of letters, digits, '_', '-' and '.', and more than '-bin'", remedy);
}
