namespace SkOrchestrator.Data.Segmentation;

/// <summary>A piece of a SQL condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; without quotes for names and texts.</param>
internal sealed record SqlToken(SqlTokenKind Kind, string Text);
