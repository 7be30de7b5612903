using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Draws the conclusion. First the rules that forbid a verdict (simulated, nothing observed, arms never sent, broken split); the first that fires gives
/// the status and all that fire are listed. Only when none fires, treatments are judged on the primary metric over all segments.
/// </summary>
internal sealed class DecisionMaker(AnalysisInput input, AnalysisTable table, SampleRatioResult sampleRatio, string? whyNone)
{
    private const double HopelessLiftPercent = 100;
    private const double FewExpected = 5;

    /// <summary>The rules that forbid a verdict.</summary>
    public IReadOnlyList<DecisionRule> Forbidding() =>
    [
        .. When(input.Source == EngagementSource.Simulated, DecisionStatus.Simulated,
            "Engagement is simulated from the declared rate table, so the status is always simulated: the numbers check the machinery and say nothing about customers."),
        .. When(whyNone is not null, DecisionStatus.NotEnoughData, $"Nothing can be estimated: {whyNone}."),
        .. When(input.Source == EngagementSource.Historical && !input.ArmsWereSent, DecisionStatus.AaCheck,
            "All customers got the same mail and the arms were drawn afterwards: this is an A/A check, and no treatment can win."),
        .. When(whyNone is null && table.WhyNotObserved(input.Experiment.Primary) is not null, DecisionStatus.NotEnoughData,
            $"There is no verdict, because it rests on {input.Experiment.Primary} and {table.WhyNotObserved(input.Experiment.Primary)}."),
        .. When(sampleRatio.Mismatch, DecisionStatus.Unhealthy, Sentence.Of(
            $"Sample ratio mismatch: arm sizes do not fit the planned shares (chi-square {sampleRatio.ChiSquare ?? 0:0.##}, p {Sentence.P(sampleRatio.PValue ?? 0)}, limit 0.001); find the cause before reading any comparison.")),
    ];

    /// <summary>The conclusion.</summary>
    public Decision Decide(IReadOnlyList<Comparison> comparisons, IReadOnlyList<PowerResult> power)
    {
        IReadOnlyList<DecisionRule> rules = Forbidding();
        if (rules.Count == 0)
        {
            rules = Verdict([.. comparisons.Where(IsPrimary)], power.First(p => p.Metric == input.Experiment.Primary));
        }

        return new(rules[0].Status, [.. rules.Select(r => r.Text)], [.. Caveats(rules[0].Status)]);
    }

    private List<DecisionRule> Verdict(IReadOnlyList<Comparison> treatments, PowerResult power)
    {
        List<DecisionRule> rules = [.. treatments.Where(IsWinner).OrderByDescending(c => c.RelativeLiftPercent?.Estimate).Select(c => new DecisionRule(
            DecisionStatus.Winner,
            $"{Describe(c)}: better than control; corrected p below {Sentence.Number(input.Experiment.Alpha)}, interval above 0, same direction pooled and by segment."))];
        if (rules.Count == 0)
        {
            rules.Add(power.DetectableLiftPercent is double lift && lift <= HopelessLiftPercent
                ? new(DecisionStatus.Inconclusive, Sentence.Of(
                    $"No treatment is better than control on {input.Experiment.Primary} beyond chance; a lift of {lift:0.#} % would have been found with 80 % power."))
                : new(DecisionStatus.NotEnoughData,
                    $"Too few customers or events for a verdict on {input.Experiment.Primary}: even a doubled rate would probably be missed."));
        }

        rules.AddRange(treatments.Where(c => c is { Significant: true, AbsoluteDifference.CiHigh: < 0 })
            .Select(c => new DecisionRule(rules[0].Status, $"{Describe(c)}: worse than control.")));
        rules.AddRange(treatments.Where(c => c is { Significant: true, Reversal: true })
            .Select(c => new DecisionRule(rules[0].Status, $"{Describe(c)}: pooled counts point the other way than the segments do, so it can't win.")));
        return rules;
    }

    private IEnumerable<string> Caveats(string status)
    {
        if (whyNone is not null)
        {
            yield return $"No estimate is given: {whyNone}.";
        }

        if (status == DecisionStatus.Simulated)
        {
            yield return "SIMULATED: the declared lift stands beside each estimate; there is no other effect in the data.";
        }
        else if (whyNone is null)
        {
            yield return "No plan was locked before the data were seen.";
            if (input.LabelsAreOfOtherMails)
            {
                yield return "The mails of these labels are not the messages of this run: the numbers say nothing about those messages or their tones.";
            }

            foreach (string metric in table.Metrics.Where(OnlyTreatmentsHaveIt))
            {
                yield return $"Nobody in control has a {metric} event. A group that was mailed nothing can't open or click: compare conversions or revenue instead.";
            }

            if (input.Experiment.Metrics.Contains(Metric.OpenRate) && table.WhyNotObserved(Metric.OpenRate) is null)
            {
                yield return "Opens include those of mail programs that load images by themselves, in every arm; prefer clicks or conversions for a verdict.";
            }
        }

        if (status == DecisionStatus.Winner)
        {
            yield return "The observed lift of the best of several treatments is too high on average: plan with the lower end of its interval.";
            yield return "Winners were compared with control, not with each other.";
        }

        if (input.Design.LeftOut.Count > 0)
        {
            yield return $"Left out for want of an approved treatment: {string.Join(", ", input.Design.LeftOut)}.";
        }
    }

    /// <summary>Whether a control without one open or click stands beside treatments with some, as with a control that was mailed nothing.</summary>
    private bool OnlyTreatmentsHaveIt(string metric)
    {
        if (metric is not (Metric.OpenRate or Metric.ClickRate) || table.WhyNotObserved(metric) is not null)
        {
            return false;
        }

        Proportion control = table.Rate(table.Segments, [ArmId.Control], metric);
        Proportion treated = table.Rate(table.Segments, table.Treatments, metric);
        return control is { Successes: 0, Trials: > 0 } && treated.Successes > 0 && treated.Rate * control.Trials >= FewExpected;
    }

    private bool IsPrimary(Comparison c) => c.Metric == input.Experiment.Primary && ComparisonCorrection.Family(c) == ComparisonFamily.Treatments;

    private static bool IsWinner(Comparison c) => c is { Significant: true, Reversal: false, AbsoluteDifference.CiLow: > 0 };

    private static string Describe(Comparison c) =>
        $"{c.Arm}: {c.Metric} {Sentence.Points(c.AbsoluteDifference)}, lift {Sentence.Lift(c.RelativeLiftPercent)}, corrected p {Sentence.P(c.PValueAdjusted ?? 1)}";

    private static IEnumerable<DecisionRule> When(bool fires, string status, string text) => fires ? [new(status, text)] : [];
}
