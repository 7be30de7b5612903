using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The words of the report, in plain language.</summary>
internal static class GlossarySection
{
    public static ReportSection Build(ReportFacts facts) => new("glossary", "Glossary",
    [
        new BulletList(
        [
            "Arm: a group of the experiment. Control gets the general message; each treatment gets messages in one tone.",
            "Lift: (treatment − control) / control, in percent.",
            "Difference in points: treatment − control; from 8% to 10% is +2 points and +25% lift.",
            $"{facts.IntervalLevel} interval: a range made so that it holds the true value in {facts.IntervalLevel} of experiments.",
            "p-value: how often chance alone would give a difference at least this large. Corrected: made stricter because several treatments are compared.",
            "Significant: the corrected p-value is below alpha. Not significant does not mean equal.",
            "Power: how likely the experiment finds a lift that is really there.",
            "Sample ratio mismatch: arm sizes that do not fit the plan, a sign of a fault in assignment or data.",
            "Stratified: computed inside each segment and then combined, so that segments of different size or habit cannot fake an effect.",
            "Segment: a labelled group of customers who are alike.",
            "Citation: the section of an approved document that supports a claim.",
            "Severity: how harmful a text is in a category, 0 to 7.",
            "Odds ratio: how the odds of engaging compare between customers with and without a feature.",
        ]),
    ]);
}
