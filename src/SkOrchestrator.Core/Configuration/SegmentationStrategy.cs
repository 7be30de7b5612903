namespace SkOrchestrator.Configuration;

/// <summary>How customers are put into segments.</summary>
public enum SegmentationStrategy
{
    /// <summary>k-means over weighted features.</summary>
    Clustering,

    /// <summary>Weighted conditions written by a marketer.</summary>
    Rules,
}
