namespace SkOrchestrator.Statistics;

/// <summary>Whether any arm differs from another, within segments: the logistic model with segments and arms against the one with segments only.</summary>
internal static class ArmTest
{
    /// <summary>
    /// The likelihood-ratio test. Segments with one arm, without events or with events only say nothing and are left out. An arm without events has no finite
    /// effect but a likelihood in the limit, which is what the test needs.
    /// </summary>
    /// <param name="counts">By segment, then by arm.</param>
    public static Estimated<TestResult> Of(IReadOnlyList<IReadOnlyList<Proportion>> counts)
    {
        List<SegmentArmCell> cells = SegmentArmModel.Informative(SegmentArmModel.Cells(counts), c => c.Segment);
        if (cells.Count == 0)
        {
            return new NotEstimable("no segment has customers with and without the event in two arms");
        }

        List<SegmentArmCell> core = SegmentArmModel.Core(cells);
        double deviance = 0;
        if (core.Count > 0)
        {
            if (!SegmentArmModel.Fit(core).TryGet(out LogisticFit? full, out string? reason))
            {
                return new NotEstimable(reason);
            }

            deviance = full.Deviance;
        }

        return NestedModelTest.Of(SegmentsOnly(cells) - deviance, SegmentArmModel.Levels(cells, c => c.Arm).Count() - Components(cells));
    }

    /// <summary>The deviance when all arms of a segment have the same rate.</summary>
    private static double SegmentsOnly(List<SegmentArmCell> cells) => cells.GroupBy(c => c.Segment).Sum(segment =>
    {
        Proportion all = segment.Select(c => c.Counts).Aggregate((a, b) => a + b);
        return segment.Sum(c => 2 * (Deviance.Of(c.Counts.Successes, c.Counts.Trials * all.Rate) +
            Deviance.Of(c.Counts.Failures, c.Counts.Trials * ((double)all.Failures / all.Trials))));
    });

    /// <summary>Sets of arms that no segment connects; arms of different sets can't be compared.</summary>
    private static int Components(List<SegmentArmCell> cells)
    {
        Dictionary<int, int> set = cells.Select(c => c.Arm).Distinct().ToDictionary(arm => arm);
        foreach (IGrouping<int, SegmentArmCell> segment in cells.GroupBy(c => c.Segment))
        {
            int[] joined = [.. segment.Select(c => set[c.Arm]).Distinct()];
            foreach (int arm in set.Keys.Where(arm => joined.Contains(set[arm])).ToList())
            {
                set[arm] = joined[0];
            }
        }

        return set.Values.Distinct().Count();
    }
}
