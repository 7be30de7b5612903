namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Arm counts that do not fit the plan forbid any reading.</summary>
internal sealed class SampleRatioRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => !facts.Analysis.SampleRatio.Mismatch
        ? null
        : new(
            "Find the cause of the sample ratio mismatch",
            $"Arm counts do not fit the planned shares ({ReportNumber.PIs(facts.Analysis.SampleRatio.PValue)}). Until the cause is known, " +
            "no difference of this report can be trusted.");
}
