namespace SkOrchestrator.Planning;

/// <summary>Where the baseline of a metric comes from, best first.</summary>
public enum BaselineSource
{
    /// <summary>A column with role baseline: a rate of each customer from before.</summary>
    BaselineColumn,

    /// <summary>A column with role label: the outcome of a past mail.</summary>
    LabelColumn,

    /// <summary>The declared rate table of the configuration; nobody measured it.</summary>
    Assumed,
}
