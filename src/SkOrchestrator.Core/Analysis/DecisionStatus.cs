namespace SkOrchestrator.Analysis;

/// <summary>The statuses of a decision.</summary>
public static class DecisionStatus
{
    /// <summary>Engagement was drawn from a rate table.</summary>
    public const string Simulated = "simulated";

    /// <summary>All customers got the same mail; arms were drawn afterwards.</summary>
    public const string AaCheck = "aa_check";

    /// <summary>The arms don't have the planned sizes, so no comparison can be trusted.</summary>
    public const string Unhealthy = "unhealthy";

    /// <summary>Nothing was observed, or so little that even a doubled rate would be missed.</summary>
    public const string NotEnoughData = "not_enough_data";

    /// <summary>No treatment is better than control beyond chance.</summary>
    public const string Inconclusive = "inconclusive";

    /// <summary>The window of the primary metric has not closed yet.</summary>
    public const string WindowOpen = "window_open";

    /// <summary>Every treatment is within the smallest effect of interest of control.</summary>
    public const string Equivalent = "equivalent";

    /// <summary>A guardrail is broken: stop sending.</summary>
    public const string StopForHarm = "stop_for_harm";

    /// <summary>At least one treatment is better than control beyond chance.</summary>
    public const string Winner = "winner";
}
