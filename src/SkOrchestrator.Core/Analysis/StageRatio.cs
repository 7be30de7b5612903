namespace SkOrchestrator.Analysis;

/// <summary>Arm counts against the plan at one stage; chi-square and degrees of freedom are added over segments.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="ChiSquare">Chi-square; null where nothing can be tested.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom.</param>
/// <param name="PValue">p-value; exact where an expected count is below 5.</param>
/// <param name="Mismatch">Whether p is below 0.001.</param>
public sealed record StageRatio(string Stage, double? ChiSquare, int DegreesOfFreedom, double? PValue, bool Mismatch)
{
    /// <summary>Why nothing can be tested, such as that nobody was lost, so that there is nothing to compare; null when there is a test.</summary>
    public string? NotEstimable { get; init; }
}
