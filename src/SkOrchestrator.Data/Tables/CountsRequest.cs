namespace SkOrchestrator.Data.Tables;

/// <summary>How a table of counts is to be read.</summary>
public sealed record CountsRequest
{
    /// <summary>The file, with the columns <c>segment, arm, metric, successes, trials</c> in any order.</summary>
    public required string File { get; init; }

    /// <summary>The arm that is the control; upper and lower case count as the same where nothing matches exactly.</summary>
    public string Control { get; init; } = "control";

    /// <summary>The metrics that are wanted, in this order; empty = all of the file.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Planned shares by arm; an arm with the share 0 is left out; empty = those of <see cref="PlannedWeights"/>.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Shares of a locked plan by arm, taken when they name every arm of the file; otherwise the shares are equal.</summary>
    public IReadOnlyDictionary<string, double> PlannedWeights { get; init; } = new Dictionary<string, double>();
}
