namespace SkOrchestrator.Planning;

/// <summary>How often something happened in the replicates.</summary>
/// <param name="Count">Replicates with it.</param>
/// <param name="Share">Their share.</param>
/// <param name="CiLow">Lower end of the 95 % interval (Wilson 1927).</param>
/// <param name="CiHigh">Upper end.</param>
public sealed record BacktestShare(int Count, double Share, double CiLow, double CiHigh);
