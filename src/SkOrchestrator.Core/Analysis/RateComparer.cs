using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Compares a rate of a treatment with control's, in one segment or stratified over segments.</summary>
internal sealed class RateComparer(AnalysisTable table, double confidence) : IComparer
{
    private const long SmallCount = 5;

    /// <inheritdoc/>
    public Comparison InSegment(SegmentId segment, ArmId label, IReadOnlyCollection<ArmId> treatments, string metric)
    {
        Comparison empty = Comparisons.Empty(segment, label, metric);
        Stratum arms = table.Arms(segment, treatments, metric);
        if (!arms.HasBothArms)
        {
            return empty with { NotEstimable = "an arm has no customers" };
        }

        Comparison counted = empty with { AbsoluteDifference = Difference(arms, confidence) };
        if (arms.Successes == 0)
        {
            return counted with { NotEstimable = TwoProportionTest.Undefined(arms)!.Reason };
        }

        bool exact = TwoProportionTest.MinimumExpected(arms) < TwoProportionTest.SmallestExpectedCount;
        Estimated<TestResult> test = TwoProportionTest.Undefined(arms) is NotEstimable undefined
            ? undefined
            : exact ? FisherExactTest.TwoSided(arms) : TwoProportionTest.ChiSquare(arms);
        return Comparisons.WithTest(counted, exact ? "fisher" : "chi_square", test) with
        {
            MidPValue = exact && test.OrNull() is not null ? Numbers.PValue(FisherExactTest.TwoSidedMid(arms).OrNull()?.PValue) : null,
            RelativeLiftPercent = Lift(arms),
            ChanceToBeatControl = test.OrNull() is null ? null : Numbers.Chance(ChanceToBeat.Control(arms)),
            NotEstimable = Comparisons.Reasons(arms.Control.Successes == 0 ? Comparisons.NoControlEvents : null, test.WhyNot),
        };
    }

    /// <inheritdoc/>
    public Comparison Stratified(ArmId label, IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric)
    {
        IReadOnlyList<SegmentId> used = Informative(treatments, segments, metric);
        Stratum[] strata = [.. used.Select(s => table.Arms(s, treatments, metric))];
        Comparison empty = Comparisons.Empty(SegmentId.All, label, metric) with { SegmentsIncluded = [.. used.Select(s => s.Value)] };
        if (!MantelHaenszel.Difference(strata, confidence).TryGet(out EffectEstimate? difference, out string? whyNot))
        {
            return empty with { NotEstimable = whyNot };
        }

        Estimated<EffectEstimate> ratio = MantelHaenszel.Ratio(strata, confidence);
        Estimated<TestResult> test = CochranMantelHaenszel.Test(strata);
        Stratum pooled = SignReversal.Crude(strata);
        double crude = pooled.Treatment.Rate - pooled.Control.Rate;
        return Comparisons.WithTest(empty, "cmh", test) with
        {
            AbsoluteDifference = Difference(difference, strata, confidence),
            RelativeLiftPercent = ratio.TryGet(out EffectEstimate? r, out _) ? Lift(r.Estimate, r.Interval) : null,
            Crude = crude,
            Reversal = crude * difference.Estimate < 0,
            ChanceToBeatControl = test.OrNull() is null ? null : Numbers.Chance(StratifiedChanceToBeat.Of(strata)),
            NotEstimable = Comparisons.Reasons(
                ratio.WhyNot,
                test.WhyNot,
                ratio.OrNull() is { Interval: null } ? "the counts are too extreme for an interval of the lift" : null),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<SegmentId> Informative(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric) =>
        [.. segments.Where(s => table.Arms(s, treatments, metric).HasBothArms)];

    /// <inheritdoc/>
    public Interval? Difference(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> informative, string metric, double confidence)
    {
        Stratum[] strata = [.. informative.Select(s => table.Arms(s, treatments, metric))];
        return strata is [Stratum only] ? Difference(only, confidence)
            : MantelHaenszel.Difference(strata, confidence).OrNull() is EffectEstimate d ? Difference(d, strata, confidence)
            : null;
    }

    /// <summary>Sato's interval, or the stratified score interval (Miettinen and Nurminen 1985) where counts of only 0 and all leave Sato's without width.</summary>
    private static Interval? Difference(EffectEstimate difference, IReadOnlyCollection<Stratum> strata, double confidence) =>
        Numbers.Around(difference.Estimate, difference.Interval ?? StratifiedScoreInterval.Of(strata, confidence).OrNull()?.Interval);

    /// <summary>Newcombe's interval, or Miettinen and Nurminen's where a count is below 5.</summary>
    private static Interval? Difference(Stratum arms, double confidence)
    {
        bool fewCounts = new[] { arms.Control.Successes, arms.Control.Failures, arms.Treatment.Successes, arms.Treatment.Failures }.Min() < SmallCount;
        Bounds? bounds = (fewCounts ? MiettinenNurminenInterval.Of(arms, confidence) : NewcombeInterval.Of(arms, confidence)).OrNull();
        return Numbers.Around(arms.Treatment.Rate - arms.Control.Rate, bounds);
    }

    /// <summary>The lift; without control events it is not defined, but the score interval still bounds it from below (Koopman 1984).</summary>
    private Interval? Lift(Stratum arms) =>
        arms.Control.Successes == 0
            ? Numbers.Finite((KoopmanInterval.Of(arms, confidence).OrNull()?.Low - 1) * 100) is double low ? new(null, low, null) : null
            : Lift(arms.Treatment.Rate / arms.Control.Rate, KoopmanInterval.Of(arms, confidence).OrNull());

    private static Interval? Lift(double ratio, Bounds? bounds) =>
        Numbers.Around(ratio - 1, bounds is null ? null : new Bounds(bounds.Low - 1, bounds.High - 1), 100);
}
