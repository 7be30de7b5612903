namespace SkOrchestrator.Analysis;

/// <summary>
/// The rules in order: the first that fires gives the status, the texts of all that fire are listed. Rules up to the open window forbid a verdict; the
/// others look at the treatments and fire only where no such rule does. A result that deviates from a locked plan is exploratory: it can't be a winner or
/// equivalent, whatever the numbers, so its status stays inconclusive and the rule's text begins with that word.
/// <para>
/// A winner is better on average over the customers that the comparison covers: that is the question of the experiment, asked once and corrected. Segments are
/// looked at many times and without a plan, so a segment where the winner is significantly worse (Benjamini–Hochberg) takes nothing from the status, but is
/// named in the rule and in the first caveats, with its numbers. Where heterogeneity is significant as well the interaction is qualitative (Gail and Simon
/// 1985), and the caveat advises to keep control there; where it is not, the caveat calls the segment a lead. Pooled counts that point the other way than the
/// stratified estimate do forbid a win, because then the answer to the very question depends on how it is computed.
/// </para>
/// <para>
/// Where looks before the end are declared, the plan for them binds the last analysis too: with several group-sequential looks a winner must be beyond the last
/// bound, with a confidence sequence the sequence must leave out 0. A treatment whose p-value is below alpha and that doesn't cross is not significant, and the
/// rule says by how much it falls short.
/// </para>
/// </summary>
internal static class DecisionRules
{
    private const double HopelessLiftPercent = 100;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<DecisionRule> All { get; } =
    [
        new("simulated", DecisionStatus.Simulated, f => f.IsSimulated, _ =>
            ["Engagement is simulated from the declared rate table, so the status is always simulated: the numbers check the machinery, say nothing about customers, and no treatment can win."]),
        new("harm", DecisionStatus.StopForHarm, f => f.Stops.Any(), f => f.Stops.Select(g => DecisionTexts.Harm(f, g))),
        new("nothing-estimable", DecisionStatus.NotEnoughData, f => f.WhyNone is not null, f => [$"Nothing can be estimated: {f.WhyNone}."]),
        new("aa-check", DecisionStatus.AaCheck, f => f.IsAaCheck, _ =>
            ["All customers got the same mail and the arms were drawn afterwards: this is an A/A check, and no treatment can win."]),
        new("primary-not-observed", DecisionStatus.NotEnoughData, f => f.WhyNone is null && f.WhyNoPrimary is not null, f =>
            [$"There is no verdict, because it rests on {f.Primary} and {f.WhyNoPrimary}."]),
        new("assignment", DecisionStatus.Unhealthy, f => f.SampleRatio.AssignmentIsExact == false, f => [DecisionTexts.NotExact(f.SampleRatio)]),
        new("sample-ratio", DecisionStatus.Unhealthy, f => f.SampleRatio.Stages.Any(s => s.Mismatch), f =>
            f.SampleRatio.Stages.Where(s => s.Mismatch).Select(DecisionTexts.Mismatch)),
        new("window-open", DecisionStatus.WindowOpen, f => f.WindowIsOpen, f => [DecisionTexts.WindowOpen(f)]),
        new("open-rate", DecisionStatus.Inconclusive, f => f.CanConclude && f.RestsOnOpens, f =>
            [$"There is no verdict from {f.Primary}: mail programs open mails by themselves, in every arm. Rest it on clicks or conversions, or allow opens as the primary metric."]),
        new("exploratory", DecisionStatus.Inconclusive, f => f.MayConclude && f.IsExploratory && (f.Better.Count > 0 || f.AllWithinSmallestEffect), DecisionTexts.Exploratory),
        new("winner", DecisionStatus.Winner, f => f.HasWinner, f => f.Better.Select(c => DecisionTexts.Winner(f, c))),
        new("equivalent", DecisionStatus.Equivalent, f => f.MayConclude && !f.IsExploratory && f.AllWithinSmallestEffect, f => [DecisionTexts.Equivalent(f)]),
        new("declared-looks", DecisionStatus.Inconclusive, f => f.MayConclude && f.Held.Any(), f => f.Held.Select(c => DeclaredMonitoring.Text(f, c))),
        new("not-enough-data", DecisionStatus.NotEnoughData, f => IsUndecided(f) && !IsFair(f), f => [DecisionTexts.NotEnoughData(f)]),
        new("inconclusive", DecisionStatus.Inconclusive, f => IsUndecided(f) && IsFair(f), f => [DecisionTexts.Inconclusive(f)]),
        new("guardrail-worse", null, f => f.MayConclude, f => f.Treatments.Where(DecisionFacts.IsBetter)
            .SelectMany(c => f.Spoiled(c).Select(g => DecisionTexts.Spoiled(f, c, g)))),
        new("worse", null, f => f.MayConclude, f => f.Treatments.Where(DecisionFacts.IsWorse)
            .Select(c => $"{DecisionTexts.Describe(f, c)}: worse than control.")),
        new("reversal", null, f => f.MayConclude, f => f.Treatments.Where(c => c is { Significant: true, Reversal: true })
            .Select(c => $"{DecisionTexts.Describe(f, c)}: pooled counts point the other way than the segments do, so it can't win.")),
        new("interval-disagrees", null, f => f.MayConclude, f => f.Treatments.Where(c => c is { Significant: true, Reversal: false } && !DecisionFacts.IsBetter(c) && !DecisionFacts.IsWorse(c))
            .Select(c => $"{DecisionTexts.Describe(f, c)}: the test finds a difference, but the interval does not leave out 0, so it can't win.")),
        new("bound-crossed", null, f => f.WindowIsOpen && f.Monitoring is not null, f => f.Monitoring!.Arms.Where(a => a.Crossed)
            .Select(a => DecisionTexts.Crossed(f.Monitoring, a))),
    ];

    private static bool IsUndecided(DecisionFacts f) => f.MayConclude && f.Better.Count == 0 && !f.AllWithinSmallestEffect && !f.Held.Any();

    /// <summary>Whether the sample could tell anything: it did tell something, better or worse, or it would have found a doubled rate.</summary>
    private static bool IsFair(DecisionFacts f) => f.Treatments.Any(c => c.Significant) ||
        (f.Power.DetectableLiftPercent <= HopelessLiftPercent && f.Treatments.Any(c => c.PValue is not null));
}
