using Microsoft.CodeAnalysis;
using TypedMetadata.Generator.Diagnostics;
using TypedMetadata.Generator.Model;
using TypedMetadata.Keys;

namespace TypedMetadata.Generator.Parsing;

/// <summary>What a key's name may be: TMD020, TMD021, TMD024, TMD025, TMD026 and TMD029.</summary>
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

        if (ReservedKeys.HasGrpcPrefix(name) && GrpcRemedy(name, value, record) is string remedy)
        {
            complaints.Add(new Complaint(Rules.GrpcKey, key.Location, name, property, remedy));
        }

        if (ReservedKeys.IsOwnedByHttp(name))
        {
            complaints.Add(new Complaint(Rules.HttpKey, key.Location, name, property));
        }

        string losing = string.Join(" and ", record.Directions.Where(direction => direction != "Trailing").Select(direction => direction.ToLowerInvariant()));
        if (ReservedKeys.IsContentHeader(name) && losing.Length != 0)
        {
            complaints.Add(new Complaint(Rules.ContentHeader, key.Location, name, property, losing));
        }

        if (!key.Options.Sensitive && ReservedKeys.CarriesCredential(name))
        {
            complaints.Add(new Complaint(Rules.CredentialNotSensitive, key.Location, name, property));
        }

        return true;
    }

    private static string? GrpcRemedy(string name, ValueForm value, TypeModel record)
    {
        if (ReservedKeys.IsGrpcTracing(name))
        {
            return value is { Form.IsBytes: true, List: ListKind.None } ? null : "it carries the bytes of a tracer, so use byte[], ReadOnlyMemory<byte> or ByteString";
        }

        if (ReservedKeys.IsRetryPushback(name))
        {
            bool fits = value is { List: ListKind.None, Type.SpecialType: SpecialType.System_Int32 } && record.Directions is { Count: 1 } && record.Directions[0] == "Trailing";
            return fits ? null : "it is milliseconds in trailing metadata, so use int in a record of MetadataDirections.Trailing";
        }

        return $"choose another, such as [MetadataKey(\"x-{name}\")]";
    }
}
