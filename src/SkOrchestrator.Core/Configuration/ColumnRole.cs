namespace SkOrchestrator.Configuration;

/// <summary>What a column of the customer file is for.</summary>
public enum ColumnRole
{
    /// <summary>The customer id.</summary>
    Id,

    /// <summary>The e-mail address; personal.</summary>
    Email,

    /// <summary>Personal: dropped on load, never in a prompt, log, span or report.</summary>
    Personal,

    /// <summary>Says whether the customer agreed to be mailed; an empty value is no consent.</summary>
    Consent,

    /// <summary>A number used as a feature.</summary>
    Numeric,

    /// <summary>A category used as a feature.</summary>
    Categorical,

    /// <summary>Yes or no, used as a feature.</summary>
    Boolean,

    /// <summary>An outcome of a past mail, used by the historical engagement source.</summary>
    Label,

    /// <summary>The country; eligibility looks at it.</summary>
    Country,

    /// <summary>The language; eligibility looks at it.</summary>
    Language,

    /// <summary>A rate before the experiment: a baseline for planning, never an outcome.</summary>
    Baseline,

    /// <summary>Not used.</summary>
    Ignore,
}
