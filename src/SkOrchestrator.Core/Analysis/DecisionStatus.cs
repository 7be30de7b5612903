namespace SkOrchestrator.Analysis;

/// <summary>The statuses of a decision that are given so far.</summary>
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

    /// <summary>At least one treatment is better than control beyond chance.</summary>
    public const string Winner = "winner";
}
