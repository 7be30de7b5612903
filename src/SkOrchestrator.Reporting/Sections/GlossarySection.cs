using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The words of the report, in plain language; those of messages only where there are messages.</summary>
internal static class GlossarySection
{
    public static ReportSection Build(ReportFacts facts) => new("glossary", "Glossary", [new BulletList([.. Words(facts)])]);

    private static IEnumerable<string> Words(ReportFacts facts)
    {
        yield return facts.Campaign is null
            ? "Arm: a group of the experiment. Control is the group that the others, the treatments, are compared with."
            : "Arm: a group of the experiment. Control gets the general message; each treatment gets messages in one tone.";
        yield return "Lift: (treatment − control) / control, in percent.";
        yield return "Difference in points: treatment − control; from 8% to 10% is +2 points and +25% lift.";
        yield return $"{facts.IntervalLevel} interval: a range made so that it holds the true value in {facts.IntervalLevel} of experiments.";
        yield return "p-value: how often chance alone would give a difference at least this large. Corrected: made stricter because several questions are asked at once.";
        yield return "Significant: the corrected p-value is below alpha. Not significant does not mean equal.";
        yield return "Power: how likely the experiment finds a lift that is really there.";
        yield return "Sample ratio mismatch: arm sizes that do not fit the plan, a sign of a fault in assignment or data.";
        yield return "Stratified: computed inside each segment and then combined, so that segments of different size or habit cannot fake an effect.";
        yield return facts.Campaign is null ? "Segment: customers who share a value of a column." : "Segment: a labelled group of customers who are alike.";
        if (facts.Campaign is not null)
        {
            yield return "Citation: the section of an approved document that supports a claim.";
            yield return "Severity: how harmful a text is in a category, 0 to 7.";
        }

        if (facts.Campaign is not null || facts.Analysis.Attribution.Count > 0)
        {
            yield return "Odds ratio: how the odds of engaging compare between customers with and without a feature.";
        }
    }
}
