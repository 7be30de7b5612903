namespace SkOrchestrator.Statistics;

/// <summary>The logistic model with main effects of segment and arm.</summary>
internal static class SegmentArmModel
{
    /// <summary>All cells with customers.</summary>
    /// <param name="counts">By segment, then by arm.</param>
    public static List<SegmentArmCell> Cells(IReadOnlyList<IReadOnlyList<Proportion>> counts) =>
        [.. counts.SelectMany((arms, segment) => arms.Select((arm, index) => new SegmentArmCell(segment, index, arm))).Where(c => c.Counts.Trials > 0)];

    /// <summary>
    /// The cells without those that the model fits without error whatever the others are: segments and arms with one cell, without events or with events only.
    /// Their deviance is 0, in the limit of an effect that grows without end.
    /// </summary>
    public static List<SegmentArmCell> Core(List<SegmentArmCell> cells)
    {
        while (true)
        {
            List<SegmentArmCell> kept = Informative(Informative(cells, c => c.Segment), c => c.Arm);
            if (kept.Count == cells.Count)
            {
                return kept;
            }

            cells = kept;
        }
    }

    /// <summary>Cells of the segments, or of the arms, that have two cells, events and non-events.</summary>
    public static List<SegmentArmCell> Informative(List<SegmentArmCell> cells, Func<SegmentArmCell, int> by) =>
        [.. cells.GroupBy(by).Where(g => g.Count() > 1 && g.Any(c => c.Counts.Successes > 0) && g.Any(c => c.Counts.Failures > 0)).SelectMany(g => g)];

    /// <summary>Fits the cells, with the first segment and the first arm as the base.</summary>
    public static Estimated<LogisticFit> Fit(List<SegmentArmCell> cells)
    {
        int[] segments = [.. Levels(cells, c => c.Segment).Skip(1)];
        int[] arms = [.. Levels(cells, c => c.Arm).Skip(1)];
        return LogisticRegression.Fit([.. cells.Select(c => new LogisticGroup(
            [.. arms.Select(a => a == c.Arm ? 1.0 : 0), .. segments.Select(s => s == c.Segment ? 1.0 : 0)], c.Counts.Successes, c.Counts.Trials))]);
    }

    /// <summary>The segments or arms that occur.</summary>
    public static IEnumerable<int> Levels(List<SegmentArmCell> cells, Func<SegmentArmCell, int> of) => cells.Select(of).Distinct().Order();
}
