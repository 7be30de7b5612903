using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// What may be said before the planned end, whatever the number of looks. All customers of a mail are assigned at once, so information does not come with
/// customers but with time: the share of it that is in is the share of the window that has passed, and that share of the customers counts as seen.
/// Alpha is divided by the number of treatments (Bonferroni).
/// </summary>
internal sealed class MonitoringTable(AnalysisInput input, AnalysisTable table, SampleRatioResult sampleRatio)
{
    private const double Rounding = 1e-9;

    private readonly MonitoringOptions _options = input.Experiment.Monitoring;

    private double InformationShare => input.Window is { IsOpen: true } open ? Math.Clamp(open.ElapsedShare, 0, 1) : 1;

    private int? Look => _options.Method == MonitoringMethod.GroupSequential ? (int)Math.Floor((InformationShare * _options.Looks) + Rounding) : null;

    private double Alpha => input.Experiment.Alpha / Math.Max(1, table.PlannedTreatments.Count);

    /// <summary>The result; null where no looks were planned and the window is closed.</summary>
    /// <param name="comparisons">All comparisons.</param>
    /// <param name="whyNone">Why nothing can be estimated, or null.</param>
    public MonitoringResult? Build(IReadOnlyList<Comparison> comparisons, string? whyNone)
    {
        if (_options.Method == MonitoringMethod.None && input.Window is not { IsOpen: true })
        {
            return null;
        }

        string? why = whyNone ?? table.WhyNotObserved(input.Experiment.Primary);
        IEnumerable<Comparison> treatments = comparisons.Where(c =>
            c.Metric == input.Experiment.Primary && ComparisonCorrection.Family(c) == ComparisonFamily.Treatments && table.PlannedTreatments.Contains(ArmId.From(c.Arm)));
        double? bound = Bound();
        return new(Name(_options.Method), InformationShare, why is null ? [.. treatments.Select(c => Of(c, bound))] : [])
        {
            Look = Look > 0 ? Look : null,
            Looks = Look is null ? null : _options.Looks,
            SampleRatioPValue = SampleRatioPValue(),
            NotEstimable = why,
        };
    }

    private MonitoredArm Of(Comparison c, double? bound)
    {
        double? z = Z(c);
        long customers = (long)Math.Floor(InformationShare * c.SegmentsIncluded.Sum(s =>
            (double)table.Assigned(SegmentId.From(s), input.Control) + table.Assigned(SegmentId.From(s), ArmId.From(c.Arm))));
        var sequence = new AsymptoticConfidenceSequence(Alpha, Math.Max(1, customers / Math.Max(InformationShare, Rounding)));
        (Interval? interval, double? p) = c.AbsoluteDifference?.Estimate is double difference && StandardError(c) is double error
            ? (Sequence(sequence.TwoSided(difference, error, customers)), Numbers.PValue(sequence.PValue(difference, error, customers)))
            : (null, null);
        bool crossed = _options.Method switch
        {
            MonitoringMethod.GroupSequential => Math.Abs(z ?? 0) >= bound,
            MonitoringMethod.ConfidenceSequence => interval?.CiLow > 0 || interval?.CiHigh < 0,
            _ => false,
        };
        return new(c.Arm, z, bound, crossed, interval, p);
    }

    private static Interval? Sequence(Estimated<EffectEstimate> estimate) =>
        estimate.TryGet(out EffectEstimate? e, out _) ? Numbers.Around(e.Estimate, e.Interval) : null;

    /// <summary>The bound at the latest look, from the joint distribution of the looks so far; none before the first one.</summary>
    private double? Bound() => Look is int look and > 0
        ? Numbers.Finite(GroupSequentialBounds.OBrienFleming([.. Enumerable.Range(1, look).Select(i => (double)i / _options.Looks)], Alpha).OrNull()?.ZBounds[^1])
        : null;

    /// <summary>The signed z: the root of a chi-square, or the z with the p-value of a t.</summary>
    private static double? Z(Comparison c)
    {
        if (c is not { PValue: double p, AbsoluteDifference.Estimate: double difference })
        {
            return null;
        }

        double? size = c is { Test: "cmh" or "chi_square", Statistic: double chiSquare } ? Math.Sqrt(chiSquare)
            : p > Numbers.SmallestPValue ? NormalTail.Quantile(p / 2)
            : Math.Abs(c.Statistic ?? double.NaN);
        return Numbers.Finite(Math.Sign(difference) * size);
    }

    /// <summary>The standard error of the difference: Sato's over the segments for a rate, that of the t test for a mean; none without events.</summary>
    private double? StandardError(Comparison c)
    {
        if (table.IsNumeric(c.Metric))
        {
            return c is { Statistic: double t, AbsoluteDifference.Estimate: double d } && t != 0 ? Numbers.Finite(d / t) : null;
        }

        Stratum[] strata = [.. c.SegmentsIncluded.Select(s => table.Arms(SegmentId.From(s), [ArmId.From(c.Arm)], c.Metric))];
        return MantelHaenszel.Difference(strata, 1 - Alpha).OrNull() is { StandardError: > 0 and double error } ? error : null;
    }

    /// <summary>The evidence of the segments multiplied; null where assignment is verified as a count and nothing was lost later.</summary>
    private double? SampleRatioPValue()
    {
        if (sampleRatio.Stage == StageName.Assigned && sampleRatio.AssignmentIsExact is not null)
        {
            return null;
        }

        TestResult[] tests =
        [
            .. sampleRatio.Segments.Where(s => s.ChiSquare is not null)
                .Select(s => SequentialSampleRatio.Of([.. s.Observed.Values], [.. s.Observed.Keys.Select(arm => s.Expected[arm])]).OrNull())
                .OfType<TestResult>(),
        ];
        return tests.Length == 0 ? null : Numbers.PValue(Math.Min(1, Math.Exp(-tests.Sum(t => t.Statistic!.Value))));
    }

    private static string Name(MonitoringMethod method) => method switch
    {
        MonitoringMethod.GroupSequential => "group_sequential",
        MonitoringMethod.ConfidenceSequence => "confidence_sequence",
        _ => "none",
    };
}
