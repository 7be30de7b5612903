namespace SkOrchestrator.Reporting.Charts;

/// <summary>A bar and its whisker, in the unit of the axis.</summary>
/// <param name="Value">Height; null = not estimable.</param>
/// <param name="Low">Lower end of the whisker; null = not defined.</param>
/// <param name="High">Upper end of the whisker; null = not defined.</param>
internal sealed record BarValue(double? Value, double? Low, double? High)
{
    /// <summary>Whether the whisker lies on one side of zero; false when an end is missing.</summary>
    public bool ExcludesZero => (Low is > 0 && High is null or > 0) || (High is < 0 && Low is null or < 0);

    /// <summary>▲ above zero, ▼ below zero, ● when the interval covers zero, – when there is no value.</summary>
    public string Mark => Value switch
    {
        null => "–",
        _ when !ExcludesZero => "●",
        > 0 => "▲",
        _ => "▼",
    };
}
