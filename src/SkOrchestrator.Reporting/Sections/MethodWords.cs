namespace SkOrchestrator.Reporting.Sections;

/// <summary>The statistical methods of an analysis in one plain sentence each; only those that it used.</summary>
internal static class MethodWords
{
    public static IReadOnlyList<string> Of(ReportFacts facts)
    {
        var analysis = facts.Analysis;
        var rates = analysis.Comparisons.Where(c => !facts.IsNumeric(c.Metric) && c.AbsoluteDifference?.CiLow is not null).ToList();
        var plain = rates.Where(c => c.Test is "chi_square" or "fisher").ToList();
        (bool IsUsed, string Sentence)[] all =
        [
            (analysis.Arms.Any(a => a.Metrics.Values.Any(m => m is { Trials: not null, CiLow: not null })),
                "Wilson interval: the interval of a single rate; it stays between 0 and 100% and holds in small samples too."),
            (plain.Count > 0,
                "Newcombe and Miettinen–Nurminen intervals: the interval of a difference of two rates; the second is used where counts are small."),
            (plain.Exists(c => c.RelativeLiftPercent?.CiLow is not null),
                "Koopman interval: the interval of a lift, that is of a ratio of two rates; it can be open above where control has few successes."),
            (analysis.Comparisons.Any(c => c.Test == "cmh"),
                "Cochran–Mantel–Haenszel test and Mantel–Haenszel estimates: compare the arms inside each segment and add the evidence up."),
            (analysis.Comparisons.Any(c => c.Test == "welch_t"),
                "Welch's t-test: compares means without assuming that the arms vary equally; Fieller's method gives the interval of their ratio."),
            (analysis.Correction == "holm" && facts.Family > 1,
                "Holm correction: makes p-values stricter step by step, so that the chance of any false winner among the treatments stays below alpha."),
            (analysis.Comparisons.Any(c => c.Segment != "all" && c.PValueAdjusted is not null) || analysis.Attribution.Count > 0 || (analysis.Correction == "bh" && facts.Family > 1),
                "Benjamini–Hochberg correction: keeps the expected share of false finds among all finds below alpha; used where many questions are explored."),
            (facts.Family > 1 && analysis.Comparisons.Any(c => c.SimultaneousDifference is not null),
                "Simultaneous interval: wider than the single one, so that all intervals of the treatments hold together and not only each alone."),
            (analysis.Adjusted.Any(a => a.Method == "cuped"),
                "CUPED: takes out of the outcome what was known about each customer before sending, so that the same customers give narrower intervals."),
            (analysis.Guardrails.Count > 0,
                "Non-inferiority: a guardrail passes only when the whole interval is below the tolerated margin; finding no difference is not enough."),
            (analysis.Monitoring?.Method == "group_sequential",
                "Group-sequential bounds: split the allowed error over the planned looks (Lan–DeMets spending of O'Brien–Fleming type), so early looks need much stronger evidence."),
            (analysis.Monitoring?.Method == "confidence_sequence",
                "Confidence sequence: an interval that holds at all times at once, so that it may be read as often as one likes; it is wider for that."),
        ];
        return [.. all.Where(m => m.IsUsed).Select(m => m.Sentence)];
    }
}
