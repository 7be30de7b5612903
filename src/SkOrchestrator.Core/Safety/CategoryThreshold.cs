namespace SkOrchestrator.Safety;

/// <summary>The policy of one category; severities are 0–7.</summary>
/// <param name="BlockAt">Blocks from this severity on, inclusive.</param>
/// <param name="ReviewAt">A person should look from this severity on, inclusive.</param>
public sealed record CategoryThreshold(int BlockAt = 6, int ReviewAt = 2);
