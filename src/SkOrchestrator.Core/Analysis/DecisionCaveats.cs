using SkOrchestrator.Configuration;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>What a reader of the decision must know; deviations from a locked plan first, then segments that a winner harms.</summary>
internal sealed class DecisionCaveats(DecisionFacts facts, AnalysisTable table)
{
    private const double FewExpected = 5;

    private readonly AnalysisInput _input = facts.Input;

    /// <summary>The caveats of a decision with this status.</summary>
    public IEnumerable<string> Of(string status) =>
    [
        .. (_input.Plan?.Deviations ?? []).Select(d => $"Exploratory, because it deviates from the locked plan: {d}"),
        .. facts.MayConclude ? facts.Better.SelectMany(facts.WorseSegments).OrderByDescending(facts.Differs).Select(s => DecisionTexts.WorseSegment(facts, s)) : [],
        .. facts.WhyNone is null ? [] : (string[])[$"No estimate is given: {facts.WhyNone}."],
        .. facts.IsSimulated ? ["SIMULATED: the declared lift stands beside each estimate; there is no other effect in the data."]
            : facts.WhyNone is null ? OfRealData() : [],
        .. status == DecisionStatus.Winner ? OfWinner() : [],
        .. _input.Design.LeftOut.Count == 0 ? [] : (string[])[$"Left out for want of an approved treatment: {string.Join(", ", _input.Design.LeftOut)}."],
    ];

    private IEnumerable<string> OfRealData()
    {
        if (_input.Plan is null)
        {
            yield return "No plan was locked before the data were seen.";
        }

        if (_input.Experiment.Correction == CorrectionMethod.None && facts.Treatments.Count > 1)
        {
            yield return Sentence.Of($"No correction for {facts.Treatments.Count} treatments: the chance of a false winner is above alpha.");
        }

        if (_input.LabelsAreOfOtherMails)
        {
            yield return "The mails of these labels are not the messages of this run: the numbers say nothing about those messages or their tones.";
        }

        foreach (string metric in table.Metrics.Where(OnlyTreatmentsHaveIt))
        {
            yield return $"Nobody in control has a {metric} event. A group that was mailed nothing can't open or click: compare conversions or revenue instead.";
        }

        if (_input.Experiment.Metrics.Contains(Metric.OpenRate) && table.WhyNotObserved(Metric.OpenRate) is null)
        {
            yield return "Opens include those of mail programs that load images by themselves, in every arm; prefer clicks or conversions for a verdict.";
        }
    }

    private IEnumerable<string> OfWinner()
    {
        if (facts.Treatments.Count > 1)
        {
            yield return "The observed lift of the best of several treatments is too high on average: plan with the lower end of its interval.";
            yield return "Winners were compared with control, not with each other.";
        }
        else
        {
            yield return "The observed lift of a winner is too high on average, because a lift that came out low does not win: plan with the lower end of its interval.";
        }

        foreach (Comparison winner in facts.Better)
        {
            foreach (GuardrailResult g in facts.Guardrails.Where(g => g.Arm == winner.Arm && g.Outcome == GuardrailOutcome.Unclear))
            {
                yield return Sentence.Of($"{g.Arm} is not shown to keep {g.Metric} within the margin of {g.Margin * 100:0.####} points ({g.NotEstimable ?? DecisionTexts.Guarded(g)}).");
            }

            if (_input.Experiment.SmallestEffectPercent is double smallest && winner.RelativeLiftPercent?.CiHigh < smallest)
            {
                yield return Sentence.Of($"The lift of {winner.Arm} is above 0, but below the smallest effect of interest of {smallest:0.##} %.");
            }
        }
    }

    /// <summary>Whether a control without one open or click stands beside treatments with some, as with a control that was mailed nothing.</summary>
    private bool OnlyTreatmentsHaveIt(string metric)
    {
        if (metric is not (Metric.OpenRate or Metric.ClickRate) || table.WhyNotObserved(metric) is not null)
        {
            return false;
        }

        Proportion control = table.Rate(table.Segments, [_input.Control], metric);
        Proportion treated = table.Rate(table.Segments, table.Treatments, metric);
        return control is { Successes: 0, Trials: > 0 } && treated.Successes > 0 && treated.Rate * control.Trials >= FewExpected;
    }
}
