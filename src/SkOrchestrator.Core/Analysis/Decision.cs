namespace SkOrchestrator.Analysis;

/// <summary>What the analysis concludes.</summary>
/// <param name="Status">simulated, aa_check, window_open, unhealthy, not_enough_data, inconclusive, equivalent, winner or stop_for_harm.</param>
/// <param name="Rules">The rules that fired, as sentences.</param>
/// <param name="Caveats">What a reader must know.</param>
public sealed record Decision(string Status, IReadOnlyList<string> Rules, IReadOnlyList<string> Caveats);
