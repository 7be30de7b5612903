namespace SkOrchestrator.Configuration;

/// <summary>What <c>segmentation_config.yaml</c> says.</summary>
public sealed record SegmentationOptions
{
    /// <summary>The file that audiences and rules stand in, as the user named it.</summary>
    public string File { get; init; } = "segmentation_config.yaml";

    /// <summary>Clustering or rules.</summary>
    public SegmentationStrategy Strategy { get; init; } = SegmentationStrategy.Clustering;

    /// <summary>The smallest number of segments tried by clustering.</summary>
    public int MinimumClusters { get; init; } = 3;

    /// <summary>The largest number of segments tried by clustering.</summary>
    public int MaximumClusters { get; init; } = 5;

    /// <summary>How many customers the clusters are fitted on at most.</summary>
    public int SampleSize { get; init; } = 100_000;

    /// <summary>A customer value is used in words only if at least so many customers share it.</summary>
    public int MinimumGroup { get; init; } = 20;

    /// <summary>Audience names of the content, each with a SQL condition over the customer columns.</summary>
    public IReadOnlyDictionary<string, string> Audiences { get; init; } = new Dictionary<string, string>();

    /// <summary>The described columns, in file order of the configuration; columns not described are inferred.</summary>
    public IReadOnlyList<ColumnOptions> Columns { get; init; } = [];

    /// <summary>The segments of the rules strategy.</summary>
    public IReadOnlyList<SegmentRule> Rules { get; init; } = [];

    /// <summary>The segment of everyone whom no rule fits; its conditions are empty.</summary>
    public SegmentRule Fallback { get; init; } = new("Everyone else", "Customers whom no rule describes", "general", [], 0, []);
}
