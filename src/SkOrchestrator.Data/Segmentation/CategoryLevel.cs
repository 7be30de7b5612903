namespace SkOrchestrator.Data.Segmentation;

/// <summary>A value of a category.</summary>
/// <param name="Value">As in the file.</param>
/// <param name="Count">Customers who share it.</param>
internal sealed record CategoryLevel(string Value, long Count);
