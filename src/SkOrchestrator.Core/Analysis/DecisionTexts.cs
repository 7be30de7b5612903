using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The sentences of the rules, with their numbers.</summary>
internal static class DecisionTexts
{
    private const long FewCustomers = 1000;

    /// <summary>In percent; a window that is still open has not passed by 100.0 %.</summary>
    private const double MostOfAnOpenWindow = 99.9;

    /// <summary>A treatment with difference, lift and p-value.</summary>
    public static string Describe(DecisionFacts f, Comparison c) =>
        $"{c.Arm}: {c.Metric} {Difference(f, c)}, lift {Sentence.Lift(c.RelativeLiftPercent)}, {PWord(f)} {Sentence.P(c.PValueAdjusted ?? 1)}";

    /// <summary>An arm that reaches the limit of complaints, or does more harm than the margin allows.</summary>
    public static string Harm(DecisionFacts f, GuardrailResult g)
    {
        if (g.Outcome != GuardrailOutcome.Stop)
        {
            return Sentence.Of($"{g.Arm}: {g.Metric} is worse than control by more than the margin of {g.Margin * 100:0.####} points: {Guarded(g)}; stop sending it.");
        }

        string counts = Sentence.Of(
            $"{g.Arm}: {g.Events:N0} of {Sentence.Some(g.Customers ?? 0, "customer")} complained ({g.Rate * 100:0.###} %), at or above the limit of {f.Input.Experiment.ComplaintStop * 100:0.###} %; stop sending it.");
        if (g.Customers >= FewCustomers)
        {
            return counts;
        }

        double confidence = 1 - f.Input.Experiment.Alpha;
        Bounds interval = WilsonInterval.Of(new(g.Events!.Value, g.Customers!.Value), confidence).OrNull()!;
        return Sentence.Of(
            $"{counts} With fewer than {FewCustomers:N0} customers the rate is uncertain: anything from {interval.Low * 100:0.###} % to {interval.High * 100:0.###} % ({Sentence.Level(f.Input.Experiment.Alpha)} interval).");
    }

    /// <summary>Assignment that does not have the planned counts.</summary>
    public static string NotExact(SampleRatioResult ratio)
    {
        string[] gaps =
        [
            .. from s in ratio.Segments
               from arm in s.Observed.Keys
               where Math.Abs(s.Observed[arm] - s.Expected[arm]) >= 1
               select Sentence.Of($"{s.Segment} {arm} {s.Observed[arm]:N0} instead of {s.Expected[arm]:N0}"),
        ];
        string shown = gaps.Length == 0 ? "an arm without a share has customers" : string.Join(", ", gaps.Take(5)) + (gaps.Length > 5 ? Sentence.Of($" and {gaps.Length - 5} more") : string.Empty);
        return $"Sample ratio mismatch: assignment does not have exactly the planned counts ({shown}); customers were lost or added after they were assigned. Find the cause before reading any comparison.";
    }

    /// <summary>A stage that does not fit the planned shares.</summary>
    public static string Mismatch(StageRatio ratio) => ratio.Stage == StageName.Assigned
        ? Sentence.Of($"Sample ratio mismatch: arm sizes do not fit the planned shares (chi-square {ratio.ChiSquare ?? 0:0.##}, p {Sentence.P(ratio.PValue ?? 0)}, limit 0.001); find the cause before reading any comparison.")
        : Sentence.Of($"Sample ratio mismatch: the arms did not get to the stage '{ratio.Stage}' equally (chi-square {ratio.ChiSquare ?? 0:0.##}, p {Sentence.P(ratio.PValue ?? 0)}, limit 0.001); find what was lost in which arm before reading any comparison.");

    /// <summary>A window that is not closed yet.</summary>
    public static string WindowOpen(DecisionFacts f) => Sentence.Of(
        $"The window of {f.Primary} is still open: {Math.Min(f.Input.Window!.ElapsedShare * 100, MostOfAnOpenWindow):0.0} % of it has passed, and it closes at {f.Input.Window.ClosesAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. There is no verdict before.");

    /// <summary>What would be a verdict if the plan had been kept to.</summary>
    public static IEnumerable<string> Exploratory(DecisionFacts f)
    {
        string why = Sentence.Of($"the analysis deviates from the plan that was locked on {f.Input.Plan!.LockedAt.UtcDateTime:yyyy-MM-dd}, so this is no verdict; analyse as planned, or test it in a new experiment.");
        return f.Better.Count > 0
            ? f.Better.Select(c => $"exploratory: {Describe(f, c)} looks better than control, but {why}")
            : [Sentence.Of($"exploratory: every treatment looks within {f.Input.Experiment.SmallestEffectPercent:0.##} % of control, but {why}")];
    }

    /// <summary>A winner, and whom that holds for.</summary>
    public static string Winner(DecisionFacts f, Comparison c)
    {
        string[] worse = [.. f.WorseSegments(c).Select(s => s.Segment)];
        string but = worse.Length == 0 ? string.Empty : $", but worse in {string.Join(", ", worse)}";
        string pooled = c.Crude * c.AbsoluteDifference?.Estimate > 0 ? ", pooled counts in the same direction" : string.Empty;
        string differs = f.Differs(c) ? $"; the effect differs between segments (corrected p {Sentence.P(f.HeterogeneityOf(c)!.Value)})" : string.Empty;
        return $"{Describe(f, c)}: better than control {Coverage(f, c)}{but}; {PWord(f)} below {Sentence.Number(f.Input.Experiment.Alpha)}, interval above 0{pooled}{differs}.";
    }

    /// <summary>A treatment that is better over all and worse in one segment.</summary>
    public static string WorseSegment(DecisionFacts f, Comparison s)
    {
        string numbers = $"{s.Metric} {Difference(f, s)}, lift {Sentence.Lift(s.RelativeLiftPercent)}, exploratory p {Sentence.P(s.PValueAdjusted ?? 1)}";
        return f.Differs(s)
            ? $"{s.Arm} is not better for everybody: in {s.Segment} it is worse than control ({numbers}), and the effect differs between segments. Keep control there until a new experiment has looked at it."
            : $"In {s.Segment} {s.Arm} looks worse than control ({numbers}), though the effect is not shown to differ between segments: one of many exploratory comparisons. Look at {s.Segment} again in a new experiment.";
    }

    /// <summary>Treatments that are as good as control.</summary>
    public static string Equivalent(DecisionFacts f) => Sentence.Of(
        $"Every treatment is within {f.Input.Experiment.SmallestEffectPercent:0.##} % of control on {f.Primary}, the smallest effect of interest: {string.Join("; ", f.Treatments.Select(c => $"{c.Arm} lift {Sentence.Lift(c.RelativeLiftPercent)}"))}.");

    /// <summary>Too little for a verdict, and why.</summary>
    public static string NotEnoughData(DecisionFacts f)
    {
        string? missing = f.Treatments.Any(c => c.PValue is not null) ? null : Comparisons.Reasons(f.Treatments.Select(c => c.NotEstimable));
        string why = missing ?? (f.Power.DetectableLiftPercent is double lift
            ? Sentence.Of($"even a doubled rate would probably be missed (with 80 % power the smallest lift found is {lift:0.#} %)")
            : f.Power.NotEstimable ?? "no lift can be found with 80 % power");
        return $"Too few customers or events for a verdict on {f.Primary}: {why}.{f.Sizes}";
    }

    /// <summary>No treatment better, though a fair effect would have shown or something else was found.</summary>
    public static string Inconclusive(DecisionFacts f)
    {
        if (f.Treatments.Any(DecisionFacts.IsBetter))
        {
            return $"No treatment may be called a winner: what is better on {f.Primary} is worse on a guardrail.";
        }

        string[] worse = [.. f.Treatments.Where(DecisionFacts.IsWorse).Select(c => c.Arm)];
        string harm = worse.Length == 0 ? string.Empty : $"; {string.Join(", ", worse)} {(worse.Length == 1 ? "is" : "are")} worse";
        string found = f.Power.DetectableLiftPercent is double lift
            ? Sentence.Of($"{(worse.Length == 0 ? ';' : '.')} {(worse.Length == 0 ? 'a' : 'A')} lift of {lift:0.#} % would have been found with 80 % power.{f.Sizes}")
            : ".";
        return $"No treatment is better than control on {f.Primary} beyond chance{harm}{found}";
    }

    /// <summary>A treatment that is better, but for a guardrail.</summary>
    public static string Spoiled(DecisionFacts f, Comparison c, GuardrailResult g) =>
        $"{Describe(f, c)}: better than control, but worse on {g.Metric} ({Guarded(g)}), so it can't win.";

    /// <summary>A bound that is crossed before the window closes.</summary>
    public static string Crossed(MonitoringResult monitoring, MonitoredArm arm) => arm.Bound is double bound
        ? Sentence.Of($"{arm.Arm}: z {Sentence.Statistic(arm.Statistic ?? 0)} is beyond the group-sequential bound of {Sentence.Statistic(bound)} at look {monitoring.Look} of {monitoring.Looks}; that is shown, and is no verdict before the window closes.")
        : Sentence.Of($"{arm.Arm}: the confidence sequence leaves out 0 (always-valid p {Sentence.P(arm.AlwaysValidPValue ?? 1)}); that is shown, and is no verdict before the window closes.");

    /// <summary>The difference of a guardrail.</summary>
    public static string Guarded(GuardrailResult g) => Sentence.Points(g.Estimate, g.CiLow, g.CiHigh);

    /// <summary>What the p-value of a treatment is called: nothing is corrected for a single treatment or without a correction.</summary>
    private static string PWord(DecisionFacts f) => f.IsCorrected ? "corrected p" : "p";

    private static string Difference(DecisionFacts f, Comparison c) =>
        f.PrimaryIsNumeric ? Sentence.Amount(c.AbsoluteDifference) : Sentence.Points(c.AbsoluteDifference);

    private static string Coverage(DecisionFacts f, Comparison c)
    {
        string segments = c.SegmentsIncluded is [var one] && one == SegmentId.All.Value ? "over everybody"
            : c.SegmentsIncluded.Count < f.Segments ? $"over {string.Join(", ", c.SegmentsIncluded)}"
            : f.Segments == 1 ? $"in {c.SegmentsIncluded[0]}"
            : Sentence.Of($"over all {f.Segments} segments");
        return c.PopulationShare is double share ? Sentence.Of($"{segments} ({share * 100:0.#} % of the customers)") : segments;
    }
}
