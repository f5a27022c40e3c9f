using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a key's name may be: TMD020, TMD021, TMD024 to TMD026, TMD029, TMD031, TMD032 and TMD053.</summary>
internal static class KeyRules
{
    /// <summary>Whether the key is a key at all; policy complaints do not change the answer.</summary>
    internal static bool Check(KeyDeclaration key, string property, ValueForm value, TypeModel record, List<Complaint> complaints)
    {
        if (!KeyGrammar.IsWellFormed(key.Written))
        {
            complaints.Add(new Complaint(Rules.MalformedKey, key.Location, key.Written, property));
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
            CheckHttp(name, property, record, key.Location, complaints);
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

    /// <summary>What the derived keys of a record inside a record may be with a prefix before them. Of several that may not be, the first is enough.</summary>
    internal static bool CheckComposed(IEnumerable<OwnedKey> keys, string prefix, string property, TypeModel record, Location location, List<Complaint> complaints)
    {
        int before = complaints.Count;
        foreach (OwnedKey key in keys.Where(key => key.Kind == OwnedKeyKind.Derived && prefix.Length != 0).TakeWhile(_ => complaints.Count == before))
        {
            string written = prefix + key.Name;
            string owner = property + "." + key.Owner;
            if (!KeyGrammar.IsWellFormed(written))
            {
                complaints.Add(new Complaint(Rules.MalformedKey, location, written, owner));
                return false;
            }

            string name = KeyGrammar.Normalize(written);
            if (KeyGrammar.HasUpperCase(written))
            {
                complaints.Add(new Complaint(Rules.UpperCaseKey, location, written, owner, name));
            }

            if (ReservedKeys.HasGrpcPrefix(name))
            {
                complaints.Add(new Complaint(Rules.GrpcKey, location, name, owner, "choose another Prefix"));
            }

            CheckHttp(name, owner, record, location, complaints);
        }

        return true;
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

    private static void CheckHttp(string name, string property, TypeModel record, Location location, List<Complaint> complaints)
    {
        if (ReservedKeys.IsOwnedByHttp(name))
        {
            complaints.Add(new Complaint(Rules.HttpKey, location, name, property));
        }

        string losing = string.Join(" and ", record.Directions.Where(direction => direction != "Trailing").Select(direction => direction.ToLowerInvariant()));
        if (ReservedKeys.IsContentHeader(name) && losing.Length != 0)
        {
            complaints.Add(new Complaint(Rules.ContentHeader, location, name, property, losing));
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
            if (!KeyGrammar.IsWellFormed(former) || KeyGrammar.HasUpperCase(former) || KeyGrammar.IsBinary(former) != KeyGrammar.IsBinary(key.Name))
            {
                complaints.Add(new Complaint(Rules.MalformedKey, key.Location, former, property));
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

        return $"choose another, such as [MetadataKey(\"x-{name}\")]";
    }
}
