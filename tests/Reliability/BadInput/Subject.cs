using Grpc.Core;

namespace TypedMetadata.Reliability.BadInput;

/// <summary>A key of the target.</summary>
/// <param name="Key">Its name on the wire.</param>
/// <param name="Meaning">What its fields mean, or null where they are to be rejected: worked out here, apart from the product.</param>
/// <param name="Show">What the product read.</param>
internal sealed record Subject(string Key, Func<IReadOnlyList<string>, string?> Meaning, Func<Target, string> Show)
{
    internal const string Prefix = "x-map-";

    internal static IReadOnlyList<Subject> All { get; } =
    [
        new("text", Spelling.Text, target => $"{target.Text}"),
        new("number", Spelling.Number, target => $"{target.Number}"),
        new("flag", Spelling.Flag, target => target.Flag == true ? "true" : "false"),
        new("id", Spelling.Id, target => $"{target.Id:D}"),
        new("names", Spelling.Names, target => string.Join('|', target.Names ?? [])),
        new("blob-bin", Spelling.Blob, target => Convert.ToHexStringLower(target.Blob ?? [])),
        new("blobs-bin", Spelling.Blobs, target => string.Join('|', (target.Blobs ?? []).Select(Convert.ToHexStringLower))),
        new("secret", Spelling.Secret, target => $"{target.Secret}") { RejectedWith = StatusCode.Unauthenticated },
        new("title", Spelling.Title, target => $"{target.Title}"),
    ];

    /// <summary>What a server answers when it rejects the key.</summary>
    internal StatusCode RejectedWith { get; init; } = StatusCode.InvalidArgument;

    internal static Subject Of(string key) => All.Single(subject => subject.Key == key);
}
