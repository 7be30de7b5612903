namespace SkOrchestrator.Analysis;

/// <summary>
/// Whether the effect differs between segments. A rate is tested on two scales: differences (<c>cochran_q</c>) and odds ratios
/// (<c>breslow_day_tarone</c>, <c>interaction_lrt</c>). Where base rates differ between segments, an effect that is the same on one scale is bound to
/// differ on the other, so a difference counts only if both scales show it: <see cref="PValueAdjusted"/> rests on the larger of both p-values.
/// </summary>
/// <param name="By">What the segments are named after.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Arm">The treatment, or <c>any-treatment</c>.</param>
/// <param name="Test"><c>breslow_day_tarone</c>, <c>cochran_q</c> or <c>interaction_lrt</c>.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="PValue">p-value of this test alone.</param>
/// <param name="PValueAdjusted">p-value that both scales hold up, corrected by Holm over all questions of the analysis; never below <paramref name="PValue"/>.</param>
public sealed record HeterogeneityResult(
    string By, string Metric, string Arm, string Test, double? Statistic, double? PValue, double? PValueAdjusted)
{
    /// <summary>Whether this scale shows a difference, corrected for the number of questions, and the other does not: a matter of unequal base rates.</summary>
    public bool OneScaleOnly { get; init; }

    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
