namespace SkOrchestrator.Data.Segmentation;

/// <summary>A numbered segment; its place in the list is its number.</summary>
/// <param name="Group">The group of the strategy it was made of.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="MeanConfidence">Mean confidence of its customers.</param>
internal sealed record SegmentSize(int Group, long Customers, double MeanConfidence);
