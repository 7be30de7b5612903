using SkOrchestrator.Experiment;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Notes on what surrounds the comparisons: the split, guardrails, monitoring, the plan, and what an A/A check is good for.</summary>
internal sealed class HealthNotes(DecisionFacts facts, AnalysisTable table)
{
    private const double SampleRatioWarning = 0.01;

    private readonly AnalysisInput _input = facts.Input;

    /// <summary>Arm sizes that are unusual without being a mismatch, at each stage, and what was verified.</summary>
    public IEnumerable<string> SampleRatio()
    {
        SampleRatioResult ratio = facts.SampleRatio;
        if (ratio.Mismatch)
        {
            yield break;
        }

        foreach (StageRatio stage in ratio.Stages.Where(s => s.PValue < SampleRatioWarning))
        {
            string what = stage.Stage == StageName.Assigned
                ? "the arm sizes are unusual for the planned shares"
                : $"the arms got unusually unequally to the stage '{stage.Stage}'";
            yield return $"Warning: {what} (p {Sentence.P(stage.PValue!.Value)}); below 0.001 it would be a mismatch.";
        }

        if (ratio.AssignmentIsExact == true)
        {
            yield return "Assignment has exactly the planned counts, by segment; that is a count and not a test.";
        }
    }

    /// <summary>How the guardrails are to be read, and which were not observed.</summary>
    public IEnumerable<string> Guardrails(IReadOnlyList<string> unobserved)
    {
        if (facts.Guardrails.Any(g => g.Estimate is not null))
        {
            yield return Sentence.Of($"Guardrails are non-inferiority tests against their declared margins: score intervals at {Sentence.Level(_input.Experiment.Alpha)}, stratified over segments, not corrected for the number of questions, so that harm is not missed. One passes when the whole interval is below the margin.");
        }

        if (unobserved.Count > 0 && !facts.IsSimulated && facts.WhyNone is null)
        {
            yield return $"Guardrails that were not observed: {string.Join(", ", unobserved)}. Nothing is known about harm there.";
        }
    }

    /// <summary>How the monitoring is to be read.</summary>
    public IEnumerable<string> Monitoring()
    {
        if (facts.Monitoring is not { Arms.Count: > 0 } monitoring)
        {
            yield break;
        }

        string split = monitoring.Arms.Count > 1 ? Sentence.Of($" Alpha is divided by the {monitoring.Arms.Count} treatments (Bonferroni).") : string.Empty;
        string bounds = monitoring.Looks is int looks
            ? Sentence.Of($" Bounds are Lan–DeMets bounds of the O'Brien–Fleming type for {looks} equally spaced looks{(monitoring.Look is null ? "; the first look is still to come" : string.Empty)}.")
            : string.Empty;
        string alsoCrossed = monitoring.Method switch
        {
            "group_sequential" when monitoring.Looks > 1 => ", where a winner must be beyond the last bound as well",
            "confidence_sequence" => ", where a winner's confidence sequence must leave out 0 as well",
            _ => string.Empty,
        };
        yield return $"Monitoring: information is the share of the window that has passed. Confidence sequences and their p-values hold at any time, however often one looks.{bounds}{split} The verdict rests on the analysis after the window closes{alsoCrossed}.";
    }

    /// <summary>The plan that was kept to.</summary>
    public IEnumerable<string> Plan()
    {
        if (_input.Plan is PlanReview plan)
        {
            string kept = plan.Deviations.Count == 0 ? "and was kept to" : Sentence.Of($"with {Sentence.Some(plan.Deviations.Count, "deviation")}, so the result is exploratory");
            yield return Sentence.Of($"The plan was locked on {plan.LockedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC (SHA-256 {plan.Sha256}) {kept}.");
        }
    }

    /// <summary>What an A/A check tells the next plan: the baseline over all customers, who all got the same mail.</summary>
    /// <param name="alpha">Alpha for one treatment.</param>
    public IEnumerable<string> Baseline(double alpha)
    {
        if (!facts.IsAaCheck || facts.WhyNone is not null || facts.WhyNoPrimary is not null)
        {
            yield break;
        }

        string baseline = facts.PrimaryIsNumeric ? OfMean() : OfRate();
        string needed = facts.Power.NeededPerArm is long customers
            ? Sentence.Of($"a lift of {PowerTable.ReferenceLiftPercent:0} % needs {Sentence.Some(customers, "customer")} per arm ({PowerTable.Target * 100:0} % power, alpha {Sentence.Number(alpha)})")
            : "no size can be planned from it";
        yield return $"For the power plan: {baseline}; {needed}.";
    }

    private string OfRate()
    {
        Proportion all = table.Rate(table.Segments, [.. table.Treatments, _input.Control], facts.Primary);
        if (all.Trials == 0)
        {
            return $"no customer was observed on {facts.Primary}";
        }

        Bounds interval = WilsonInterval.Of(all, 1 - _input.Experiment.Alpha).OrNull()!;
        return Sentence.Of(
            $"the baseline of {facts.Primary} over {Everybody(all.Trials)} is {all.Rate * 100:0.##} % [{interval.Low * 100:0.##}, {interval.High * 100:0.##}]");
    }

    private string OfMean()
    {
        MeanSummary all = table.Mean(table.Segments, [.. table.Treatments, _input.Control], facts.Primary);
        if (all.Count == 0)
        {
            return $"no customer was observed on {facts.Primary}";
        }

        return Sentence.Of(
            $"the baseline of {facts.Primary} over {Everybody(all.Count)} is {all.Mean:0.####} (standard deviation {Math.Sqrt(all.Variance):0.####})");
    }

    private static string Everybody(long customers) => customers == 1 ? "1 customer" : Sentence.Of($"all {customers:N0} customers");
}
