namespace SkOrchestrator.Data.Tables;

/// <summary>Stable codes of what can be wrong with a labelled table or a table of counts.</summary>
internal static class TableCode
{
    /// <summary>A column, or a metric, with two roles.</summary>
    public const string TwoRoles = "TAB001";

    /// <summary>A metric, arm or segment with a name that means something else.</summary>
    public const string ReservedName = "TAB002";

    /// <summary>A metric that should be yes or no has other numbers.</summary>
    public const string NotBinary = "TAB003";

    /// <summary>Only one arm.</summary>
    public const string OneArm = "TAB004";

    /// <summary>Too many arms.</summary>
    public const string ManyArms = "TAB005";

    /// <summary>No arm is the control.</summary>
    public const string NoControl = "TAB006";

    /// <summary>Planned shares that do not fit the arms.</summary>
    public const string Weights = "TAB007";

    /// <summary>Too many segments.</summary>
    public const string ManySegments = "TAB008";

    /// <summary>Names of arms or segments that are e-mail addresses.</summary>
    public const string Personal = "TAB009";

    /// <summary>No row can be used.</summary>
    public const string NothingUsable = "TAB010";

    /// <summary>A row without an arm.</summary>
    public const string EmptyArm = "TAB011";

    /// <summary>A row without a value of a metric, or with one that can't be read.</summary>
    public const string BadMetric = "TAB012";

    /// <summary>A metric without a value in most rows.</summary>
    public const string MostlyEmpty = "TAB013";

    /// <summary>A cap of something that is not a numeric metric.</summary>
    public const string Cap = "TAB014";

    /// <summary>A count that is not a whole number from 0 on.</summary>
    public const string NotACount = "TAB020";

    /// <summary>More successes than trials.</summary>
    public const string TooManySuccesses = "TAB021";

    /// <summary>A second row of the same segment, arm and metric.</summary>
    public const string SecondRow = "TAB022";

    /// <summary>A total beside its parts.</summary>
    public const string TotalBesideParts = "TAB023";

    /// <summary>A row of counts without an arm or a metric.</summary>
    public const string NoName = "TAB024";

    /// <summary>A metric that is not in the file.</summary>
    public const string UnknownMetric = "TAB025";
}
