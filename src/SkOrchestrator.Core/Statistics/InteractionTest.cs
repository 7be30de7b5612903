namespace SkOrchestrator.Statistics;

/// <summary>Whether the effects of the arms differ between segments, for any number of arms: logistic main effects against a rate for every cell.</summary>
internal static class InteractionTest
{
    /// <summary>
    /// The likelihood-ratio test. Empty cells, and segments and arms without events or with events only, say nothing about it and have no degrees of freedom.
    /// </summary>
    /// <param name="counts">By segment, then by arm.</param>
    public static Estimated<TestResult> Of(IReadOnlyList<IReadOnlyList<Proportion>> counts)
    {
        List<SegmentArmCell> core = SegmentArmModel.Core(SegmentArmModel.Cells(counts));
        if (core.Count == 0)
        {
            return new NotEstimable("fewer than two segments have customers with and without the event in the same arms");
        }

        return SegmentArmModel.Fit(core).TryGet(out LogisticFit? model, out string? reason)
            ? NestedModelTest.AgainstSaturated(model)
            : new NotEstimable(reason);
    }
}
