namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Tests of this collection share one sample run and run one after the other: two cores are enough for one process.</summary>
[CollectionDefinition(Name)]
public sealed class SampleRunCollection : ICollectionFixture<SampleRun>
{
    public const string Name = "sample run";
}
