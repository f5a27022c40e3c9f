// Typed clients and services of everything odd in this folder: they compile without a warning, and OddServicesTests calls them.
#pragma warning disable CS0612 // one service is deprecated, and says so where it is named

namespace TypedMetadata.Interop.TypedCalls.Odd;

[TypedClient<global::OddGlobal.OddGlobalClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class OddGlobalCalls;

[TypedService<global::OddGlobal.OddGlobalBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class OddGlobalServiceBase;

[TypedClient<global::Odd.UnderScore.V1.Under_Score.Under_ScoreClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class UnderScoreCalls;

[TypedService<global::Odd.UnderScore.V1.Under_Score.Under_ScoreBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class UnderScoreServiceBase;

[TypedClient<global::Odd.@await.var.Contextual.ContextualClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class ContextualCalls;

[TypedService<global::Odd.@await.var.Contextual.ContextualBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class ContextualServiceBase;

[TypedClient<global::Odd.Lower.lower.lowerClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class LowerCalls;

[TypedService<global::Odd.Lower.lower.lowerBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class LowerServiceBase;

[TypedClient<global::Odd.Members.Members.MembersClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class MembersCalls;

[TypedService<global::Odd.Members.Members.MembersBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class MembersServiceBase;

[TypedClient<global::Odd.Asynchronous.Asynchronous.AsynchronousClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class AsynchronousCalls;

[TypedService<global::Odd.Asynchronous.Asynchronous.AsynchronousBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class AsynchronousServiceBase;

[TypedClient<global::Odd.Search.Search.SearchClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class SearchCalls;

[TypedService<global::Odd.Search.Search.SearchBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class SearchServiceBase;

[TypedClient<global::Odd.Nested.Nested.NestedClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class NestedCalls;

[TypedService<global::Odd.Nested.Nested.NestedBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class NestedServiceBase;

[TypedClient<global::Odd.WellKnown.WellKnown.WellKnownClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class WellKnownCalls;

[TypedService<global::Odd.WellKnown.WellKnown.WellKnownBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class WellKnownServiceBase;

[TypedClient<global::Odd.Imported.Imported.ImportedClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class ImportedCalls;

[TypedService<global::Odd.Imported.Imported.ImportedBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class ImportedServiceBase;

[TypedClient<global::Odd.Old.Old.OldClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class OldCalls;

[TypedService<global::Odd.Old.Old.OldBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class OldServiceBase;

[TypedClient<global::Odd.Gone.Gone.GoneClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class GoneCalls;

[TypedService<global::Odd.Gone.Gone.GoneBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class GoneServiceBase;

[TypedClient<global::Odd.Same.Same.Same.SameClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class SameSameCalls;

[TypedService<global::Odd.Same.Same.Same.SameBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class SameServiceBase;

[TypedClient<global::Odd.Shadows.Shadows.ShadowsClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class ShadowsCalls;

[TypedService<global::Odd.Shadows.Shadows.ShadowsBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class ShadowsServiceBase;

[TypedClient<global::Odd.System.Grpc.Threading.ThreadingClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class ThreadingCalls;

[TypedService<global::Odd.System.Grpc.Threading.ThreadingBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class ThreadingServiceBase;

[TypedClient<global::Odd.Second.Second.SecondClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class SecondCalls;

[TypedService<global::Odd.Second.Second.SecondBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class SecondServiceBase;

[TypedClient<global::Odd.Edition.Edition.EditionClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class EditionCalls;

[TypedService<global::Odd.Edition.Edition.EditionBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class EditionServiceBase;

[TypedClient<global::Odd.Long.AServiceWithANameThatIsSoLongThatFilesOfItsGeneratedCodeWouldHaveNamesBeyondWhatSomeFileSystemsAllow.AServiceWithANameThatIsSoLongThatFilesOfItsGeneratedCodeWouldHaveNamesBeyondWhatSomeFileSystemsAllowClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class LongCalls;

[TypedService<global::Odd.Long.AServiceWithANameThatIsSoLongThatFilesOfItsGeneratedCodeWouldHaveNamesBeyondWhatSomeFileSystemsAllow.AServiceWithANameThatIsSoLongThatFilesOfItsGeneratedCodeWouldHaveNamesBeyondWhatSomeFileSystemsAllowBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class LongServiceBase;

[TypedClient<global::Odd.None.None.NoneClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class NoneCalls;

[TypedService<global::Odd.None.None.NoneBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class NoneServiceBase;

[TypedClient<global::Odd.Names.Names.NamesClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class NamesCalls;

[TypedService<global::Odd.Names.Names.NamesBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class NamesServiceBase;

[TypedClient<global::Odd.Commented.Commented.CommentedClient>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public sealed partial class CommentedCalls;

[TypedService<global::Odd.Commented.Commented.CommentedBase>]
[RequestMetadata<Caller>]
[InitialMetadata<Begin>]
[TrailingMetadata<End>]
public abstract partial class CommentedServiceBase;
