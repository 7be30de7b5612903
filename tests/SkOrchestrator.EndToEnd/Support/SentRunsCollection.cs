namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Tests of this collection share finished runs and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SentRunsCollection : ICollectionFixture<SentRuns>
{
    public const string Name = "sent runs";
}
