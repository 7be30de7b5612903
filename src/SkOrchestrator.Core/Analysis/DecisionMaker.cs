namespace SkOrchestrator.Analysis;

/// <summary>Draws the conclusion from <see cref="DecisionRules"/>.</summary>
internal static class DecisionMaker
{
    /// <summary>The conclusion.</summary>
    public static Decision Decide(DecisionFacts facts, AnalysisTable table)
    {
        DecisionRule[] fired = [.. DecisionRules.All.Where(r => r.Applies(facts))];
        string status = fired.First(r => r.Status is not null).Status!;
        return new(status, [.. fired.SelectMany(r => r.Texts(facts))], [.. new DecisionCaveats(facts, table).Of(status)]);
    }
}
